using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Aggregator.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<int>(type: "INTEGER", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<long>(type: "INTEGER", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    account_id = table.Column<int>(type: "INTEGER", nullable: true),
                    who = table.Column<string>(type: "TEXT", nullable: false),
                    via = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "host_rest",
                columns: table => new
                {
                    host = table.Column<string>(type: "TEXT", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_host_rest", x => x.host);
                });

            migrationBuilder.CreateTable(
                name: "link_visit",
                columns: table => new
                {
                    url = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    final_url = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_link_visit", x => x.url);
                });

            migrationBuilder.CreateTable(
                name: "rendition",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    issue_id = table.Column<int>(type: "INTEGER", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    html = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    page = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rendition", x => x.id);
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

            migrationBuilder.CreateTable(
                name: "setup_link",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    token_hash = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_setup_link", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "source",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    url = table.Column<string>(type: "TEXT", nullable: false),
                    url_key = table.Column<string>(type: "TEXT", nullable: false),
                    former_keys = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: true),
                    topics = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    weight = table.Column<double>(type: "REAL", nullable: false),
                    interval = table.Column<long>(type: "INTEGER", nullable: true),
                    rules = table.Column<string>(type: "TEXT", nullable: true),
                    from_file = table.Column<bool>(type: "INTEGER", nullable: false),
                    edited_fields = table.Column<int>(type: "INTEGER", nullable: false),
                    keep_days = table.Column<int>(type: "INTEGER", nullable: true),
                    keep_articles = table.Column<int>(type: "INTEGER", nullable: true),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    retired_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "story",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    headline = table.Column<string>(type: "TEXT", nullable: false),
                    lead = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: true),
                    articles = table.Column<int>(type: "INTEGER", nullable: false),
                    copies = table.Column<int>(type: "INTEGER", nullable: false),
                    outlets = table.Column<int>(type: "INTEGER", nullable: false),
                    first_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_at = table.Column<long>(type: "INTEGER", nullable: false),
                    pinned_at = table.Column<long>(type: "INTEGER", nullable: true),
                    dismissed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_story", x => x.id);
                });

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

            migrationBuilder.CreateTable(
                name: "subscriber",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    address_key = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subscriber", x => x.id);
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

            migrationBuilder.CreateTable(
                name: "api_key",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    scope = table.Column<int>(type: "INTEGER", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_key", x => x.id);
                    table.ForeignKey(
                        name: "FK_api_key_AspNetUsers_account_id",
                        column: x => x.account_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<int>(type: "INTEGER", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_user_id",
                        column: x => x.user_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_user_id",
                        column: x => x.user_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserPasskeys",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    user_id = table.Column<int>(type: "INTEGER", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserPasskeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "FK_AspNetUserPasskeys_AspNetUsers_user_id",
                        column: x => x.user_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    user_id = table.Column<int>(type: "INTEGER", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_user_id",
                        column: x => x.user_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kept_answer",
                columns: table => new
                {
                    account_id = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    request_hash = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: true),
                    location = table.Column<string>(type: "TEXT", nullable: true),
                    e_tag = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_answer", x => new { x.account_id, x.key });
                    table.ForeignKey(
                        name: "FK_kept_answer_AspNetUsers_account_id",
                        column: x => x.account_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "publication",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", nullable: false),
                    sender_name = table.Column<string>(type: "TEXT", nullable: false),
                    sender_address = table.Column<string>(type: "TEXT", nullable: false),
                    visibility = table.Column<int>(type: "INTEGER", nullable: false),
                    twin_id = table.Column<int>(type: "INTEGER", nullable: true),
                    deputy_id = table.Column<int>(type: "INTEGER", nullable: true),
                    house = table.Column<string>(type: "TEXT", nullable: false, defaultValueSql: "'{}'"),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publication", x => x.id);
                    table.ForeignKey(
                        name: "FK_publication_AspNetUsers_deputy_id",
                        column: x => x.deputy_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_publication_publication_twin_id",
                        column: x => x.twin_id,
                        principalTable: "publication",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "saved_search",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    account_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    query = table.Column<string>(type: "TEXT", nullable: false),
                    token = table.Column<string>(type: "TEXT", nullable: false),
                    is_alert = table.Column<bool>(type: "INTEGER", nullable: false),
                    last_article = table.Column<int>(type: "INTEGER", nullable: false),
                    mailed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_search", x => x.id);
                    table.ForeignKey(
                        name: "FK_saved_search_AspNetUsers_account_id",
                        column: x => x.account_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                name: "article",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    url_key = table.Column<string>(type: "TEXT", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: true),
                    time = table.Column<long>(type: "INTEGER", nullable: false),
                    arrived_at = table.Column<long>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: true),
                    source_id = table.Column<int>(type: "INTEGER", nullable: false),
                    words = table.Column<int>(type: "INTEGER", nullable: false),
                    text_hash = table.Column<long>(type: "INTEGER", nullable: true),
                    given_hash = table.Column<long>(type: "INTEGER", nullable: true),
                    is_whole = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_article", x => x.id);
                    table.ForeignKey(
                        name: "FK_article_source_source_id",
                        column: x => x.source_id,
                        principalTable: "source",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "poll",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    source_id = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    duration_ms = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    bytes = table.Column<int>(type: "INTEGER", nullable: false),
                    entries = table.Column<int>(type: "INTEGER", nullable: false),
                    new_articles = table.Column<int>(type: "INTEGER", nullable: false),
                    error = table.Column<int>(type: "INTEGER", nullable: false),
                    error_detail = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_poll", x => x.id);
                    table.ForeignKey(
                        name: "FK_poll_source_source_id",
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
                name: "rights_card",
                columns: table => new
                {
                    source_id = table.Column<int>(type: "INTEGER", nullable: false),
                    licence = table.Column<string>(type: "TEXT", nullable: true),
                    longest_quote = table.Column<int>(type: "INTEGER", nullable: true),
                    largest_share = table.Column<double>(type: "REAL", nullable: true),
                    images = table.Column<string>(type: "TEXT", nullable: true),
                    retention_days = table.Column<int>(type: "INTEGER", nullable: true),
                    reserves_mining = table.Column<bool>(type: "INTEGER", nullable: false)
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
                name: "source_poll",
                columns: table => new
                {
                    source_id = table.Column<int>(type: "INTEGER", nullable: false),
                    host = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    not_before = table.Column<long>(type: "INTEGER", nullable: true),
                    lease_owner = table.Column<string>(type: "TEXT", nullable: true),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true),
                    e_tag = table.Column<string>(type: "TEXT", nullable: true),
                    last_modified = table.Column<string>(type: "TEXT", nullable: true),
                    validators_url = table.Column<string>(type: "TEXT", nullable: true),
                    body_hash = table.Column<long>(type: "INTEGER", nullable: true),
                    visited_at = table.Column<long>(type: "INTEGER", nullable: true),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    error = table.Column<int>(type: "INTEGER", nullable: false),
                    error_detail = table.Column<string>(type: "TEXT", nullable: true),
                    error_count = table.Column<int>(type: "INTEGER", nullable: false),
                    failing_since = table.Column<long>(type: "INTEGER", nullable: true),
                    interval = table.Column<long>(type: "INTEGER", nullable: false),
                    rhythm = table.Column<byte[]>(type: "BLOB", nullable: true),
                    time_to_live = table.Column<long>(type: "INTEGER", nullable: true),
                    skip_hours = table.Column<int>(type: "INTEGER", nullable: false),
                    skip_days = table.Column<int>(type: "INTEGER", nullable: false),
                    moved_to = table.Column<string>(type: "TEXT", nullable: true),
                    moved_since = table.Column<long>(type: "INTEGER", nullable: true),
                    moved_seen = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source_poll", x => x.source_id);
                    table.ForeignKey(
                        name: "FK_source_poll_source_source_id",
                        column: x => x.source_id,
                        principalTable: "source",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "candidate_note",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    publication_id = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    target_id = table.Column<int>(type: "INTEGER", nullable: false),
                    taken_by_id = table.Column<int>(type: "INTEGER", nullable: true),
                    dismissed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    carried_at = table.Column<long>(type: "INTEGER", nullable: true)
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
                name: "issue",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    publication_id = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    intro = table.Column<string>(type: "TEXT", nullable: false),
                    closing = table.Column<string>(type: "TEXT", nullable: false, defaultValue: ""),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    bylines = table.Column<string>(type: "TEXT", nullable: false),
                    dated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    approved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    slot = table.Column<long>(type: "INTEGER", nullable: true),
                    rendition_id = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issue", x => x.id);
                    table.ForeignKey(
                        name: "FK_issue_publication_publication_id",
                        column: x => x.publication_id,
                        principalTable: "publication",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_issue_rendition_rendition_id",
                        column: x => x.rendition_id,
                        principalTable: "rendition",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "subscription",
                columns: table => new
                {
                    subscriber_id = table.Column<int>(type: "INTEGER", nullable: false),
                    publication_id = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    confirmation_hash = table.Column<string>(type: "TEXT", nullable: true),
                    confirmation_until = table.Column<long>(type: "INTEGER", nullable: true),
                    unsubscribe_token = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    confirmed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subscription", x => new { x.subscriber_id, x.publication_id });
                    table.ForeignKey(
                        name: "FK_subscription_publication_publication_id",
                        column: x => x.publication_id,
                        principalTable: "publication",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_subscription_subscriber_subscriber_id",
                        column: x => x.subscriber_id,
                        principalTable: "subscriber",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "appearance",
                columns: table => new
                {
                    article_id = table.Column<int>(type: "INTEGER", nullable: false),
                    source_id = table.Column<int>(type: "INTEGER", nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_key = table.Column<string>(type: "TEXT", nullable: true),
                    tags = table.Column<string>(type: "TEXT", nullable: false),
                    categories = table.Column<string>(type: "TEXT", nullable: false, defaultValueSql: "'[]'"),
                    comment = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_appearance", x => new { x.article_id, x.source_id });
                    table.ForeignKey(
                        name: "FK_appearance_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_appearance_source_source_id",
                        column: x => x.source_id,
                        principalTable: "source",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "article_desk",
                columns: table => new
                {
                    article_id = table.Column<int>(type: "INTEGER", nullable: false),
                    tags = table.Column<string>(type: "TEXT", nullable: false),
                    is_starred = table.Column<bool>(type: "INTEGER", nullable: false),
                    embargo_until = table.Column<long>(type: "INTEGER", nullable: true)
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
                    article_id = table.Column<int>(type: "INTEGER", nullable: false),
                    account_id = table.Column<int>(type: "INTEGER", nullable: false),
                    is_starred = table.Column<bool>(type: "INTEGER", nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: true)
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
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    article_id = table.Column<int>(type: "INTEGER", nullable: false),
                    account_id = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
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
                name: "article_text",
                columns: table => new
                {
                    article_id = table.Column<int>(type: "INTEGER", nullable: false),
                    authors = table.Column<string>(type: "TEXT", nullable: false),
                    excerpt = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    html = table.Column<string>(type: "TEXT", nullable: false),
                    image_url = table.Column<string>(type: "TEXT", nullable: true),
                    site_name = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_article_text", x => x.article_id);
                    table.ForeignKey(
                        name: "FK_article_text_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "clip",
                columns: table => new
                {
                    article_id = table.Column<int>(type: "INTEGER", nullable: false),
                    account_id = table.Column<int>(type: "INTEGER", nullable: true),
                    clipped_by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    way = table.Column<int>(type: "INTEGER", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: true)
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
                name: "copy",
                columns: table => new
                {
                    article_id = table.Column<int>(type: "INTEGER", nullable: false),
                    original_id = table.Column<int>(type: "INTEGER", nullable: false),
                    score = table.Column<double>(type: "REAL", nullable: false),
                    method = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_copy", x => x.article_id);
                    table.ForeignKey(
                        name: "FK_copy_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_copy_article_original_id",
                        column: x => x.original_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "earlier_issue",
                columns: table => new
                {
                    article_id = table.Column<int>(type: "INTEGER", nullable: false),
                    public_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<long>(type: "INTEGER", nullable: false),
                    sections = table.Column<string>(type: "TEXT", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "extraction",
                columns: table => new
                {
                    article_id = table.Column<int>(type: "INTEGER", nullable: false),
                    host = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    is_from_kept = table.Column<bool>(type: "INTEGER", nullable: false),
                    lease_owner = table.Column<string>(type: "TEXT", nullable: true),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    error = table.Column<int>(type: "INTEGER", nullable: false),
                    error_detail = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_extraction", x => x.article_id);
                    table.ForeignKey(
                        name: "FK_extraction_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "story_member",
                columns: table => new
                {
                    article_id = table.Column<int>(type: "INTEGER", nullable: false),
                    story_id = table.Column<int>(type: "INTEGER", nullable: false),
                    is_fixed = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_by_excerpt = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_story_member", x => x.article_id);
                    table.ForeignKey(
                        name: "FK_story_member_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_story_member_story_story_id",
                        column: x => x.story_id,
                        principalTable: "story",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "comment",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    issue_id = table.Column<int>(type: "INTEGER", nullable: false),
                    section_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    account_id = table.Column<int>(type: "INTEGER", nullable: true),
                    guest_name = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    start = table.Column<int>(type: "INTEGER", nullable: true),
                    resolved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    resolved_by_id = table.Column<int>(type: "INTEGER", nullable: true)
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
                name: "guest_link",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    issue_id = table.Column<int>(type: "INTEGER", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    made_by_id = table.Column<int>(type: "INTEGER", nullable: true),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guest_link", x => x.id);
                    table.ForeignKey(
                        name: "FK_guest_link_AspNetUsers_made_by_id",
                        column: x => x.made_by_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_guest_link_issue_issue_id",
                        column: x => x.issue_id,
                        principalTable: "issue",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "presence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    issue_id = table.Column<int>(type: "INTEGER", nullable: false),
                    account_id = table.Column<int>(type: "INTEGER", nullable: false),
                    section_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_presence", x => x.id);
                    table.ForeignKey(
                        name: "FK_presence_AspNetUsers_account_id",
                        column: x => x.account_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_presence_issue_issue_id",
                        column: x => x.issue_id,
                        principalTable: "issue",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "revision",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    issue_id = table.Column<int>(type: "INTEGER", nullable: false),
                    section_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    account_id = table.Column<int>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    cause = table.Column<int>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    is_superseded = table.Column<bool>(type: "INTEGER", nullable: false)
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
                name: "section",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    issue_id = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    owner_id = table.Column<int>(type: "INTEGER", nullable: true),
                    blocks = table.Column<string>(type: "TEXT", nullable: false),
                    sign_off = table.Column<string>(type: "TEXT", nullable: false, defaultValueSql: "'[]'"),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_section", x => x.id);
                    table.ForeignKey(
                        name: "FK_section_AspNetUsers_owner_id",
                        column: x => x.owner_id,
                        principalTable: "AspNetUsers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_section_issue_issue_id",
                        column: x => x.issue_id,
                        principalTable: "issue",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "send",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    public_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    issue_id = table.Column<int>(type: "INTEGER", nullable: false),
                    rendition_id = table.Column<int>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_send", x => x.id);
                    table.ForeignKey(
                        name: "FK_send_issue_issue_id",
                        column: x => x.issue_id,
                        principalTable: "issue",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_send_rendition_rendition_id",
                        column: x => x.rendition_id,
                        principalTable: "rendition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "transition",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    issue_id = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    to = table.Column<int>(type: "INTEGER", nullable: false),
                    verb = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<int>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    rendition_id = table.Column<int>(type: "INTEGER", nullable: true),
                    content = table.Column<string>(type: "TEXT", nullable: true)
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
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    issue_id = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<int>(type: "INTEGER", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "pad_item",
                columns: table => new
                {
                    section_id = table.Column<int>(type: "INTEGER", nullable: false),
                    article_id = table.Column<int>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pad_item", x => new { x.section_id, x.article_id });
                    table.ForeignKey(
                        name: "FK_pad_item_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_pad_item_section_section_id",
                        column: x => x.section_id,
                        principalTable: "section",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pad_story",
                columns: table => new
                {
                    section_id = table.Column<int>(type: "INTEGER", nullable: false),
                    story_id = table.Column<int>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "delivery",
                columns: table => new
                {
                    send_id = table.Column<int>(type: "INTEGER", nullable: false),
                    subscriber_id = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    lease_owner = table.Column<string>(type: "TEXT", nullable: true),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delivery", x => new { x.send_id, x.subscriber_id });
                    table.ForeignKey(
                        name: "FK_delivery_send_send_id",
                        column: x => x.send_id,
                        principalTable: "send",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_delivery_subscriber_subscriber_id",
                        column: x => x.subscriber_id,
                        principalTable: "subscriber",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_alert_source_id_closed_at",
                table: "alert",
                columns: new[] { "source_id", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "IX_api_key_account_id",
                table: "api_key",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_api_key_hash",
                table: "api_key",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_appearance_source_id",
                table: "appearance",
                column: "source_id");

            migrationBuilder.CreateIndex(
                name: "IX_article_arrived_at",
                table: "article",
                column: "arrived_at");

            migrationBuilder.CreateIndex(
                name: "IX_article_source_id_id",
                table: "article",
                columns: new[] { "source_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_article_text_hash",
                table: "article",
                column: "text_hash");

            migrationBuilder.CreateIndex(
                name: "IX_article_time_id",
                table: "article",
                columns: new[] { "time", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_article_url_key",
                table: "article",
                column: "url_key",
                unique: true);

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
                name: "IX_article_revision_article_id_id",
                table: "article_revision",
                columns: new[] { "article_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_user_id",
                table: "AspNetUserClaims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_user_id",
                table: "AspNetUserLogins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserPasskeys_user_id",
                table: "AspNetUserPasskeys",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_at",
                table: "audit_entry",
                column: "at");

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
                name: "IX_copy_original_id",
                table: "copy",
                column: "original_id");

            migrationBuilder.CreateIndex(
                name: "IX_delivery_state_due_at",
                table: "delivery",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_delivery_subscriber_id",
                table: "delivery",
                column: "subscriber_id");

            migrationBuilder.CreateIndex(
                name: "IX_earlier_issue_day",
                table: "earlier_issue",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "IX_earlier_issue_public_id",
                table: "earlier_issue",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_extraction_due_at",
                table: "extraction",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_extraction_host",
                table: "extraction",
                column: "host");

            migrationBuilder.CreateIndex(
                name: "IX_guest_link_issue_id",
                table: "guest_link",
                column: "issue_id");

            migrationBuilder.CreateIndex(
                name: "IX_guest_link_made_by_id",
                table: "guest_link",
                column: "made_by_id");

            migrationBuilder.CreateIndex(
                name: "IX_guest_link_token_hash",
                table: "guest_link",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_issue_public_id",
                table: "issue",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_issue_publication_id_number",
                table: "issue",
                columns: new[] { "publication_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_issue_rendition_id",
                table: "issue",
                column: "rendition_id");

            migrationBuilder.CreateIndex(
                name: "IX_issue_slot",
                table: "issue",
                column: "slot");

            migrationBuilder.CreateIndex(
                name: "IX_kept_answer_made_at",
                table: "kept_answer",
                column: "made_at");

            migrationBuilder.CreateIndex(
                name: "IX_pad_item_article_id",
                table: "pad_item",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "IX_pad_story_story_id",
                table: "pad_story",
                column: "story_id");

            migrationBuilder.CreateIndex(
                name: "IX_poll_source_id_id",
                table: "poll",
                columns: new[] { "source_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_presence_account_id",
                table: "presence",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_presence_issue_id",
                table: "presence",
                column: "issue_id");

            migrationBuilder.CreateIndex(
                name: "IX_publication_deputy_id",
                table: "publication",
                column: "deputy_id");

            migrationBuilder.CreateIndex(
                name: "IX_publication_public_id",
                table: "publication",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_publication_twin_id",
                table: "publication",
                column: "twin_id");

            migrationBuilder.CreateIndex(
                name: "IX_push_due_at",
                table: "push",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_rendition_issue_id",
                table: "rendition",
                column: "issue_id");

            migrationBuilder.CreateIndex(
                name: "IX_revision_account_id",
                table: "revision",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_revision_issue_id_section_id_version",
                table: "revision",
                columns: new[] { "issue_id", "section_id", "version" });

            migrationBuilder.CreateIndex(
                name: "IX_saved_search_account_id",
                table: "saved_search",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_saved_search_token",
                table: "saved_search",
                column: "token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_section_issue_id",
                table: "section",
                column: "issue_id");

            migrationBuilder.CreateIndex(
                name: "IX_section_owner_id",
                table: "section",
                column: "owner_id");

            migrationBuilder.CreateIndex(
                name: "IX_section_public_id",
                table: "section",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_send_issue_id",
                table: "send",
                column: "issue_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_send_public_id",
                table: "send",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_send_rendition_id",
                table: "send",
                column: "rendition_id");

            migrationBuilder.CreateIndex(
                name: "IX_source_url_key",
                table: "source",
                column: "url_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_source_poll_due_at",
                table: "source_poll",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "IX_source_poll_host",
                table: "source_poll",
                column: "host");

            migrationBuilder.CreateIndex(
                name: "IX_source_poll_lease_until",
                table: "source_poll",
                column: "lease_until");

            migrationBuilder.CreateIndex(
                name: "IX_story_last_at",
                table: "story",
                column: "last_at");

            migrationBuilder.CreateIndex(
                name: "IX_story_member_story_id",
                table: "story_member",
                column: "story_id");

            migrationBuilder.CreateIndex(
                name: "IX_story_move_story_id",
                table: "story_move",
                column: "story_id");

            migrationBuilder.CreateIndex(
                name: "IX_subscriber_address_key",
                table: "subscriber",
                column: "address_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_subscriber_public_id",
                table: "subscriber",
                column: "public_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_subscription_confirmation_hash",
                table: "subscription",
                column: "confirmation_hash");

            migrationBuilder.CreateIndex(
                name: "IX_subscription_publication_id",
                table: "subscription",
                column: "publication_id");

            migrationBuilder.CreateIndex(
                name: "IX_subscription_unsubscribe_token",
                table: "subscription",
                column: "unsubscribe_token",
                unique: true);

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

            migrationBuilder.Sql(SqliteOwnTables.Make);
        }

        /// <summary>Before this there is nothing: an empty folder or database is what was there.</summary>
        protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("Remove the data folder or the database instead.");
    }
}
