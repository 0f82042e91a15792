using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Aggregator.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PeoplePostgres : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "expires_at",
                table: "api_key",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "scope",
                table: "api_key",
                type: "integer",
                nullable: false,
                // A key that was there before scopes allows what it allowed.
                defaultValue: 3);

            migrationBuilder.AddColumn<long>(
                name: "used_at",
                table: "api_key",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    account_id = table.Column<int>(type: "integer", nullable: true),
                    who = table.Column<string>(type: "text", nullable: false),
                    via = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entry", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_at",
                table: "audit_entry",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropColumn(
                name: "expires_at",
                table: "api_key");

            migrationBuilder.DropColumn(
                name: "scope",
                table: "api_key");

            migrationBuilder.DropColumn(
                name: "used_at",
                table: "api_key");
        }
    }
}
