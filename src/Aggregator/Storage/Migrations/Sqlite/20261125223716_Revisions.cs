using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Aggregator.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Revisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_article_source_id",
                table: "article");

            migrationBuilder.AddColumn<int>(
                name: "keep_articles",
                table: "source",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "keep_days",
                table: "source",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "given_hash",
                table: "article",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "article_revision",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    article_id = table.Column<int>(type: "INTEGER", nullable: false),
                    replaced_at = table.Column<long>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_article_revision", x => x.id);
                    table.ForeignKey(
                        name: "FK_article_revision_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tombstone",
                columns: table => new
                {
                    url_key = table.Column<string>(type: "TEXT", nullable: false),
                    deleted_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tombstone", x => x.url_key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_article_source_id_id",
                table: "article",
                columns: new[] { "source_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_article_revision_article_id_id",
                table: "article_revision",
                columns: new[] { "article_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "article_revision");

            migrationBuilder.DropTable(
                name: "tombstone");

            migrationBuilder.DropIndex(
                name: "IX_article_source_id_id",
                table: "article");

            migrationBuilder.DropColumn(
                name: "keep_articles",
                table: "source");

            migrationBuilder.DropColumn(
                name: "keep_days",
                table: "source");

            migrationBuilder.DropColumn(
                name: "given_hash",
                table: "article");

            migrationBuilder.CreateIndex(
                name: "IX_article_source_id",
                table: "article",
                column: "source_id");
        }
    }
}
