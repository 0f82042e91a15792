using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Aggregator.Storage.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "dismissed_at",
                table: "story",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "pinned_at",
                table: "story",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "story_move",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    story_id = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: true),
                    undone_at = table.Column<long>(type: "INTEGER", nullable: true),
                    before = table.Column<string>(type: "TEXT", nullable: false)
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
