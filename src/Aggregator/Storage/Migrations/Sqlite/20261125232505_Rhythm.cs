using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Aggregator.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Rhythm : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "failing_since",
                table: "source_poll",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "moved_seen",
                table: "source_poll",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "moved_since",
                table: "source_poll",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "moved_to",
                table: "source_poll",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "rhythm",
                table: "source_poll",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "skip_days",
                table: "source_poll",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "skip_hours",
                table: "source_poll",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "time_to_live",
                table: "source_poll",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "former_keys",
                table: "source",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "alert",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    source_id = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    mailed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alert", x => x.id);
                    table.ForeignKey(
                        name: "FK_alert_source_source_id",
                        column: x => x.source_id,
                        principalTable: "source",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "push",
                columns: table => new
                {
                    source_id = table.Column<int>(type: "INTEGER", nullable: false),
                    hub = table.Column<string>(type: "TEXT", nullable: false),
                    topic = table.Column<string>(type: "TEXT", nullable: false),
                    token = table.Column<string>(type: "TEXT", nullable: false),
                    secret = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    lease_ends_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_push_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_push", x => x.source_id);
                    table.ForeignKey(
                        name: "FK_push_source_source_id",
                        column: x => x.source_id,
                        principalTable: "source",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "robots_copy",
                columns: table => new
                {
                    origin = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    fetched_at = table.Column<long>(type: "INTEGER", nullable: false),
                    good_until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_robots_copy", x => x.origin);
                });

            migrationBuilder.CreateIndex(
                name: "IX_alert_source_id_closed_at",
                table: "alert",
                columns: new[] { "source_id", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_push_due_at",
                table: "push",
                column: "due_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alert");

            migrationBuilder.DropTable(
                name: "push");

            migrationBuilder.DropTable(
                name: "robots_copy");

            migrationBuilder.DropColumn(
                name: "failing_since",
                table: "source_poll");

            migrationBuilder.DropColumn(
                name: "moved_seen",
                table: "source_poll");

            migrationBuilder.DropColumn(
                name: "moved_since",
                table: "source_poll");

            migrationBuilder.DropColumn(
                name: "moved_to",
                table: "source_poll");

            migrationBuilder.DropColumn(
                name: "rhythm",
                table: "source_poll");

            migrationBuilder.DropColumn(
                name: "skip_days",
                table: "source_poll");

            migrationBuilder.DropColumn(
                name: "skip_hours",
                table: "source_poll");

            migrationBuilder.DropColumn(
                name: "time_to_live",
                table: "source_poll");

            migrationBuilder.DropColumn(
                name: "former_keys",
                table: "source");
        }
    }
}
