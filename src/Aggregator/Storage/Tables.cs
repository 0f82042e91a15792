using System.Text.Json;
using Aggregator.Accounts;
using Aggregator.Archive;
using Aggregator.Sources;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Storage;

/// <summary>Keys, indexes and relations of all tables.</summary>
internal static class Tables
{
    public static void Define(ModelBuilder builder)
    {
        DefineSources(builder);
        DefineArchive(builder);
        DefineAccounts(builder);
        EditorialTables.Define(builder);
        NameColumns(builder);
    }

    /// <summary>lower_case names: they need no quotes in the SQL that stands in the dialect methods, on either database.</summary>
    private static void NameColumns(ModelBuilder builder)
    {
        var tables = builder.Model.GetEntityTypes().Where(entity => !entity.IsMappedToJson());
        foreach (var property in tables.SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
    }

    private static void DefineSources(ModelBuilder builder)
    {
        builder.Entity<Source>(source =>
        {
            source.ToTable("source");
            source.HasIndex(s => s.UrlKey).IsUnique();
            source.Property(s => s.Rules).HasConversion<PageRulesJson>();
            source.HasOne(s => s.Poll).WithOne().HasForeignKey<SourcePoll>(p => p.SourceId);
        });
        builder.Entity<SourcePoll>(poll =>
        {
            poll.ToTable("source_poll");
            poll.HasKey(p => p.SourceId);
            poll.Property(p => p.SourceId).ValueGeneratedNever();
            poll.HasIndex(p => p.DueAt);
            poll.HasIndex(p => p.Host);
            poll.HasIndex(p => p.LeaseUntil);
        });
        builder.Entity<Poll>(poll =>
        {
            poll.ToTable("poll");
            poll.HasIndex(p => new { p.SourceId, p.Id });
            poll.HasOne<Source>().WithMany().HasForeignKey(p => p.SourceId);
        });
        builder.Entity<HostRest>().ToTable("host_rest").HasKey(h => h.Host);
        builder.Entity<RobotsCopy>().ToTable("robots_copy").HasKey(r => r.Origin);
        builder.Entity<Alert>(alert =>
        {
            alert.ToTable("alert");
            alert.HasIndex(a => new { a.SourceId, a.ClosedAt });
            alert.HasOne<Source>().WithMany().HasForeignKey(a => a.SourceId);
        });
        builder.Entity<Push>(push =>
        {
            push.ToTable("push");
            push.HasKey(p => p.SourceId);
            push.Property(p => p.SourceId).ValueGeneratedNever();
            push.HasIndex(p => p.DueAt);
            push.HasOne<Source>().WithOne().HasForeignKey<Push>(p => p.SourceId);
        });
    }

    private static void DefineArchive(ModelBuilder builder)
    {
        builder.Entity<Article>(article =>
        {
            article.ToTable("article");
            article.HasIndex(a => a.UrlKey).IsUnique();
            article.HasIndex(a => a.TextHash);
            article.HasIndex(a => a.ArrivedAt);
            article.HasIndex(a => new { a.Time, a.Id });
            article.HasIndex(a => new { a.SourceId, a.Id });
            article.HasOne<Source>().WithMany().HasForeignKey(a => a.SourceId);
            article.HasOne(a => a.Text).WithOne().HasForeignKey<ArticleText>(t => t.ArticleId);
            article.HasMany(a => a.Appearances).WithOne().HasForeignKey(p => p.ArticleId);
            article.HasOne(a => a.Copy).WithOne().HasForeignKey<Copy>(c => c.ArticleId);
        });
        builder.Entity<ArticleText>(text =>
        {
            text.ToTable("article_text");
            text.HasKey(t => t.ArticleId);
            text.Property(t => t.ArticleId).ValueGeneratedNever();
        });
        builder.Entity<ArticleRevision>(revision =>
        {
            revision.ToTable("article_revision");
            revision.HasIndex(r => new { r.ArticleId, r.Id });
            revision.HasOne<Article>().WithMany().HasForeignKey(r => r.ArticleId);
        });
        builder.Entity<Tombstone>().ToTable("tombstone").HasKey(t => t.UrlKey);
        builder.Entity<Appearance>(appearance =>
        {
            appearance.ToTable("appearance");
            appearance.HasKey(p => new { p.ArticleId, p.SourceId });
            appearance.HasIndex(p => p.SourceId);
            appearance.Property(p => p.Categories).HasDefaultValueSql("'[]'");
            appearance.HasOne<Source>().WithMany().HasForeignKey(p => p.SourceId);
        });
        builder.Entity<Copy>(copy =>
        {
            copy.ToTable("copy");
            copy.HasKey(c => c.ArticleId);
            copy.Property(c => c.ArticleId).ValueGeneratedNever();
            copy.HasIndex(c => c.OriginalId);
            copy.HasOne<Article>().WithMany().HasForeignKey(c => c.OriginalId);
        });
        builder.Entity<CopyCheck>(check =>
        {
            // Made with the bands by one statement (Copies migration).
            check.ToTable("copy_check", table => table.ExcludeFromMigrations());
            check.HasKey(c => c.ArticleId);
            check.Property(c => c.ArticleId).ValueGeneratedNever();
        });
        builder.Entity<Extraction>(extraction =>
        {
            extraction.ToTable("extraction");
            extraction.HasKey(e => e.ArticleId);
            extraction.Property(e => e.ArticleId).ValueGeneratedNever();
            extraction.HasIndex(e => e.DueAt);
            extraction.HasIndex(e => e.Host);
            extraction.HasOne(e => e.Article).WithOne().HasForeignKey<Extraction>(e => e.ArticleId);
        });
    }

    private static void DefineAccounts(ModelBuilder builder)
    {
        builder.Entity<SetupLink>().ToTable("setup_link");
        builder.Entity<ApiKey>(key =>
        {
            key.ToTable("api_key");
            key.HasIndex(k => k.Hash).IsUnique();
            key.HasOne<Account>().WithMany().HasForeignKey(k => k.AccountId);
        });
        builder.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit_entry");
            entry.HasIndex(e => e.At);
        });
        builder.Entity<KeptAnswer>(answer =>
        {
            answer.ToTable("kept_answer");
            answer.HasKey(a => new { a.AccountId, a.Key });
            answer.HasIndex(a => a.MadeAt);
            answer.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId);
        });
    }
}
