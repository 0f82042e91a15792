using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Aggregator.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class StoryMoves : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_fixed",
                table: "story_member",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "dismissed_at",
                table: "story",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "pinned_at",
                table: "story",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "story_move",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    story_id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: true),
                    undone_at = table.Column<long>(type: "bigint", nullable: true),
                    before = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_story_move", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_story_move_story_id",
                table: "story_move",
                column: "story_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "story_move");

            migrationBuilder.DropColumn(
                name: "is_fixed",
                table: "story_member");

            migrationBuilder.DropColumn(
                name: "dismissed_at",
                table: "story");

            migrationBuilder.DropColumn(
                name: "pinned_at",
                table: "story");
        }
    }
}
