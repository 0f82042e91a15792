using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Aggregator.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class EarlierIssues : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "categories",
                table: "appearance",
                type: "text",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.CreateTable(
                name: "earlier_issue",
                columns: table => new
                {
                    article_id = table.Column<int>(type: "integer", nullable: false),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<long>(type: "bigint", nullable: false),
                    sections = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_earlier_issue", x => x.article_id);
                    table.ForeignKey(
                        name: "FK_earlier_issue_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_earlier_issue_day",
                table: "earlier_issue",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "IX_earlier_issue_public_id",
                table: "earlier_issue",
                column: "public_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "earlier_issue");

            migrationBuilder.DropColumn(
                name: "categories",
                table: "appearance");
        }
    }
}
