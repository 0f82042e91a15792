using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Aggregator.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Curation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_rendition_issue_issue_id",
                table: "rendition");

            migrationBuilder.DropIndex(
                name: "IX_rendition_issue_id",
                table: "rendition");

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "section",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "owner_id",
                table: "section",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sign_off",
                table: "section",
                type: "text",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<int>(
                name: "deputy_id",
                table: "publication",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "house",
                table: "publication",
                type: "text",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<int>(
                name: "twin_id",
                table: "publication",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "visibility",
                table: "publication",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "closing",
                table: "issue",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "kind",
                table: "issue",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "rendition_id",
                table: "issue",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "slot",
                table: "issue",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "article_desk",
                columns: table => new
                {
                    article_id = table.Column<int>(type: "integer", nullable: false),
                    tags = table.Column<string>(type: "text", nullable: false),
                    is_starred = table.Column<bool>(type: "boolean", nullable: false),
                    embargo_until = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_article_desk", x => x.article_id);
                    table.ForeignKey(
                        name: "FK_article_desk_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "article_glance",
                columns: table => new
                {
                    article_id = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<int>(type: "integer", nullable: false),
                    is_starred = table.Column<bool>(type: "boolean", nullable: false),
                    seen_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_article_glance", x => new { x.account_id, x.article_id });
                    table.ForeignKey(
                        name: "FK_article_glance_AspNetUsers_account_id",
                        column: x => x.account_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_article_glance_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "article_note",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    article_id = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_article_note", x => x.id);
                    table.ForeignKey(
                        name: "FK_article_note_AspNetUsers_account_id",
                        column: x => x.account_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_article_note_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "candidate_note",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    publication_id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    target_id = table.Column<int>(type: "integer", nullable: false),
                    taken_by_id = table.Column<int>(type: "integer", nullable: true),
                    dismissed_at = table.Column<long>(type: "bigint", nullable: true),
                    carried_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_candidate_note", x => x.id);
                    table.ForeignKey(
                        name: "FK_candidate_note_AspNetUsers_taken_by_id",
                        column: x => x.taken_by_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_candidate_note_publication_publication_id",
                        column: x => x.publication_id,
                        principalTable: "publication",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "clip",
                columns: table => new
                {
                    article_id = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<int>(type: "integer", nullable: true),
                    clipped_by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    way = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clip", x => x.article_id);
                    table.ForeignKey(
                        name: "FK_clip_AspNetUsers_account_id",
                        column: x => x.account_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_clip_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "comment",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    public_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issue_id = table.Column<int>(type: "integer", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: true),
                    account_id = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: true),
                    resolved_at = table.Column<long>(type: "bigint", nullable: true),
                    resolved_by_id = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_comment", x => x.id);
                    table.ForeignKey(
                        name: "FK_comment_AspNetUsers_account_id",
                        column: x => x.account_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_comment_AspNetUsers_resolved_by_id",
                        column: x => x.resolved_by_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_comment_issue_issue_id",
                        column: x => x.issue_id,
                        principalTable: "issue",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "link_visit",
                columns: table => new
                {
                    url = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: true),
                    final_url = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_link_visit", x => x.url);
                });

            migrationBuilder.CreateTable(
                name: "pad_story",
                columns: table => new
                {
                    section_id = table.Column<int>(type: "integer", nullable: false),
                    story_id = table.Column<int>(type: "integer", nullable: false),
                    added_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pad_story", x => new { x.section_id, x.story_id });
                    table.ForeignKey(
                        name: "FK_pad_story_section_section_id",
                        column: x => x.section_id,
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_pad_story_story_story_id",
                        column: x => x.story_id,
                        principalTable: "story",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "revision",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    issue_id = table.Column<int>(type: "integer", nullable: false),
                    section_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<int>(type: "integer", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    cause = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    content = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revision", x => x.id);
                    table.ForeignKey(
                        name: "FK_revision_AspNetUsers_account_id",
                        column: x => x.account_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_revision_issue_issue_id",
                        column: x => x.issue_id,
                        principalTable: "issue",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "rights_card",
                columns: table => new
                {
                    source_id = table.Column<int>(type: "integer", nullable: false),
                    licence = table.Column<string>(type: "text", nullable: true),
                    longest_quote = table.Column<int>(type: "integer", nullable: true),
                    largest_share = table.Column<double>(type: "double precision", nullable: true),
                    images = table.Column<string>(type: "text", nullable: true),
                    retention_days = table.Column<int>(type: "integer", nullable: true),
                    reserves_mining = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rights_card", x => x.source_id);
                    table.ForeignKey(
                        name: "FK_rights_card_source_source_id",
                        column: x => x.source_id,
                        principalTable: "source",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "transition",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    issue_id = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<int>(type: "integer", nullable: false),
                    to = table.Column<int>(type: "integer", nullable: false),
                    verb = table.Column<string>(type: "text", nullable: false),
                    account_id = table.Column<int>(type: "integer", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    rendition_id = table.Column<int>(type: "integer", nullable: true),
                    content = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_transition", x => x.id);
                    table.ForeignKey(
                        name: "FK_transition_AspNetUsers_account_id",
                        column: x => x.account_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_transition_issue_issue_id",
                        column: x => x.issue_id,
                        principalTable: "issue",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "waiver",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    issue_id = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    account_id = table.Column<int>(type: "integer", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waiver", x => x.id);
                    table.ForeignKey(
                        name: "FK_waiver_AspNetUsers_account_id",
                        column: x => x.account_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_waiver_issue_issue_id",
                        column: x => x.issue_id,
                        principalTable: "issue",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_section_owner_id",
                table: "section",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "IX_rendition_issue_id",
                table: "rendition",
                column: "issue_id");

            migrationBuilder.CreateIndex(
                name: "IX_publication_deputy_id",
                table: "publication",
                column: "deputy_id");

            migrationBuilder.CreateIndex(
                name: "IX_publication_twin_id",
                table: "publication",
                column: "twin_id");

            migrationBuilder.CreateIndex(
                name: "IX_issue_rendition_id",
                table: "issue",
                column: "rendition_id");

            migrationBuilder.CreateIndex(
                name: "IX_issue_slot",
                table: "issue",
                column: "slot");

            migrationBuilder.CreateIndex(
                name: "IX_article_glance_article_id",
                table: "article_glance",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "IX_article_note_account_id",
                table: "article_note",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_article_note_article_id",
                table: "article_note",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "IX_candidate_note_publication_id_kind_target_id",
                table: "candidate_note",
                columns: new[] { "publication_id", "kind", "target_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_candidate_note_taken_by_id",
                table: "candidate_note",
                column: "taken_by_id");

            migrationBuilder.CreateIndex(
                name: "IX_clip_account_id",
                table: "clip",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_comment_account_id",
                table: "comment",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_comment_issue_id_id",
                table: "comment",
                columns: new[] { "issue_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_comment_public_id",
                table: "comment",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_comment_resolved_by_id",
                table: "comment",
                column: "resolved_by_id");

            migrationBuilder.CreateIndex(
                name: "IX_pad_story_story_id",
                table: "pad_story",
                column: "story_id");

            migrationBuilder.CreateIndex(
                name: "IX_revision_account_id",
                table: "revision",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_revision_issue_id_section_id_version",
                table: "revision",
                columns: new[] { "issue_id", "section_id", "version" });

            migrationBuilder.CreateIndex(
                name: "IX_transition_account_id",
                table: "transition",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_transition_issue_id_id",
                table: "transition",
                columns: new[] { "issue_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_waiver_account_id",
                table: "waiver",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_waiver_issue_id_key",
                table: "waiver",
                columns: new[] { "issue_id", "key" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_issue_rendition_rendition_id",
                table: "issue",
                column: "rendition_id",
                principalTable: "rendition",
                principalColumn: "id");

            migrationBuilder.AddForeignKey(
                name: "FK_publication_AspNetUsers_deputy_id",
                table: "publication",
                column: "deputy_id",
                principalTable: "AspNetUsers",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "FK_publication_publication_twin_id",
                table: "publication",
                column: "twin_id",
                principalTable: "publication",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "FK_section_AspNetUsers_owner_id",
                table: "section",
                column: "owner_id",
                principalTable: "AspNetUsers",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);

            // Each issue had one rendition; now the issue says which of its renditions counts.
            migrationBuilder.Sql("UPDATE issue SET rendition_id = (SELECT MAX(id) FROM rendition WHERE rendition.issue_id = issue.id)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_issue_rendition_rendition_id",
                table: "issue");

            migrationBuilder.DropForeignKey(
                name: "FK_publication_AspNetUsers_deputy_id",
                table: "publication");

            migrationBuilder.DropForeignKey(
                name: "FK_publication_publication_twin_id",
                table: "publication");

            migrationBuilder.DropForeignKey(
                name: "FK_section_AspNetUsers_owner_id",
                table: "section");

            migrationBuilder.DropTable(
                name: "article_desk");

            migrationBuilder.DropTable(
                name: "article_glance");

            migrationBuilder.DropTable(
                name: "article_note");

            migrationBuilder.DropTable(
                name: "candidate_note");

            migrationBuilder.DropTable(
                name: "clip");

            migrationBuilder.DropTable(
                name: "comment");

            migrationBuilder.DropTable(
                name: "link_visit");

            migrationBuilder.DropTable(
                name: "pad_story");

            migrationBuilder.DropTable(
                name: "revision");

            migrationBuilder.DropTable(
                name: "rights_card");

            migrationBuilder.DropTable(
                name: "transition");

            migrationBuilder.DropTable(
                name: "waiver");

            migrationBuilder.DropIndex(
                name: "IX_section_owner_id",
                table: "section");

            migrationBuilder.DropIndex(
                name: "IX_rendition_issue_id",
                table: "rendition");

            migrationBuilder.DropIndex(
                name: "IX_publication_deputy_id",
                table: "publication");

            migrationBuilder.DropIndex(
                name: "IX_publication_twin_id",
                table: "publication");

            migrationBuilder.DropIndex(
                name: "IX_issue_rendition_id",
                table: "issue");

            migrationBuilder.DropIndex(
                name: "IX_issue_slot",
                table: "issue");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "section");

            migrationBuilder.DropColumn(
                name: "owner_id",
                table: "section");

            migrationBuilder.DropColumn(
                name: "sign_off",
                table: "section");

            migrationBuilder.DropColumn(
                name: "deputy_id",
                table: "publication");

            migrationBuilder.DropColumn(
                name: "house",
                table: "publication");

            migrationBuilder.DropColumn(
                name: "twin_id",
                table: "publication");

            migrationBuilder.DropColumn(
                name: "visibility",
                table: "publication");

            migrationBuilder.DropColumn(
                name: "closing",
                table: "issue");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "issue");

            migrationBuilder.DropColumn(
                name: "rendition_id",
                table: "issue");

            migrationBuilder.DropColumn(
                name: "slot",
                table: "issue");

            migrationBuilder.CreateIndex(
                name: "IX_rendition_issue_id",
                table: "rendition",
                column: "issue_id",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_rendition_issue_issue_id",
                table: "rendition",
                column: "issue_id",
                principalTable: "issue",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
