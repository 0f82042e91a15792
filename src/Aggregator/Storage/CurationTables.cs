using Aggregator.Accounts;
using Aggregator.Archive;
using Aggregator.Curation.Candidates;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Sources;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Storage;

/// <summary>Keys, indexes and relations of an issue's history, of what is brought in by hand and of what the team decides about it.</summary>
internal static class CurationTables
{
    public static void Define(ModelBuilder builder)
    {
        DefineEarlier(builder);
        DefineHistory(builder);
        DefineMaterial(builder);
        DefineCandidates(builder);
    }

    private static void DefineEarlier(ModelBuilder builder) => builder.Entity<EarlierIssue>(issue =>
    {
        issue.ToTable("earlier_issue");
        issue.HasKey(i => i.ArticleId);
        issue.Property(i => i.ArticleId).ValueGeneratedNever();
        issue.HasIndex(i => i.PublicId).IsUnique();
        issue.HasIndex(i => i.Day);
        issue.Property(i => i.Sections).HasConversion<JsonColumn<List<EarlierSection>>, JsonComparer<List<EarlierSection>>>();
        issue.HasOne<Article>().WithOne().HasForeignKey<EarlierIssue>(i => i.ArticleId);
    });

    private static void DefineHistory(ModelBuilder builder)
    {
        builder.Entity<Revision>(revision =>
        {
            revision.ToTable("revision");
            revision.HasIndex(r => new { r.IssueId, r.SectionId, r.Version });
            revision.HasOne<Issue>().WithMany().HasForeignKey(r => r.IssueId);
            revision.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.SetNull);
        });
        builder.Entity<Transition>(transition =>
        {
            transition.ToTable("transition");
            transition.HasIndex(t => new { t.IssueId, t.Id });
            transition.HasOne<Issue>().WithMany().HasForeignKey(t => t.IssueId);
            transition.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.SetNull);
        });
        builder.Entity<Comment>(comment =>
        {
            comment.ToTable("comment");
            comment.HasIndex(c => c.PublicId).IsUnique();
            comment.HasIndex(c => new { c.IssueId, c.Id });
            comment.HasOne<Issue>().WithMany().HasForeignKey(c => c.IssueId);
            comment.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
            comment.HasOne<Account>().WithMany().HasForeignKey(c => c.ResolvedById).OnDelete(DeleteBehavior.SetNull);
        });
        builder.Entity<Waiver>(waiver =>
        {
            waiver.ToTable("waiver");
            waiver.HasIndex(w => new { w.IssueId, w.Key }).IsUnique();
            waiver.HasOne<Issue>().WithMany().HasForeignKey(w => w.IssueId);
            waiver.HasOne<Account>().WithMany().HasForeignKey(w => w.AccountId).OnDelete(DeleteBehavior.SetNull);
        });
        builder.Entity<GuestLink>(link =>
        {
            link.ToTable("guest_link");
            link.HasIndex(l => l.TokenHash).IsUnique();
            link.HasOne<Issue>().WithMany().HasForeignKey(l => l.IssueId);
            link.HasOne<Account>().WithMany().HasForeignKey(l => l.MadeById).OnDelete(DeleteBehavior.SetNull);
        });
        builder.Entity<Presence>(presence =>
        {
            presence.ToTable("presence");
            presence.HasIndex(p => p.IssueId);
            presence.HasOne<Issue>().WithMany().HasForeignKey(p => p.IssueId);
            presence.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
        });
        builder.Entity<LinkVisit>().ToTable("link_visit").HasKey(visit => visit.Url);
    }

    private static void DefineMaterial(ModelBuilder builder)
    {
        builder.Entity<Clip>(clip =>
        {
            clip.ToTable("clip");
            clip.HasKey(c => c.ArticleId);
            clip.Property(c => c.ArticleId).ValueGeneratedNever();
            clip.HasOne<Article>().WithOne().HasForeignKey<Clip>(c => c.ArticleId);
            clip.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.SetNull);
        });
        builder.Entity<RightsCard>(card =>
        {
            card.ToTable("rights_card");
            card.HasKey(c => c.SourceId);
            card.Property(c => c.SourceId).ValueGeneratedNever();
            card.HasOne<Source>().WithOne().HasForeignKey<RightsCard>(c => c.SourceId);
        });
    }

    private static void DefineCandidates(ModelBuilder builder)
    {
        builder.Entity<CandidateNote>(note =>
        {
            note.ToTable("candidate_note");
            note.HasIndex(n => new { n.PublicationId, n.Kind, n.TargetId }).IsUnique();
            note.HasOne<Publication>().WithMany().HasForeignKey(n => n.PublicationId);
            note.HasOne<Account>().WithMany().HasForeignKey(n => n.TakenById).OnDelete(DeleteBehavior.SetNull);
        });
        builder.Entity<SavedSearch>(search =>
        {
            search.ToTable("saved_search");
            search.HasIndex(s => s.Token).IsUnique();
            search.HasIndex(s => s.AccountId);
            search.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        });
        builder.Entity<ArticleDesk>(desk =>
        {
            desk.ToTable("article_desk");
            desk.HasKey(d => d.ArticleId);
            desk.Property(d => d.ArticleId).ValueGeneratedNever();
            desk.HasOne<Article>().WithOne().HasForeignKey<ArticleDesk>(d => d.ArticleId);
        });
        builder.Entity<ArticleGlance>(glance =>
        {
            glance.ToTable("article_glance");
            glance.HasKey(g => new { g.AccountId, g.ArticleId });
            glance.HasIndex(g => g.ArticleId);
            glance.HasOne<Article>().WithMany().HasForeignKey(g => g.ArticleId);
            glance.HasOne<Account>().WithMany().HasForeignKey(g => g.AccountId);
        });
        builder.Entity<ArticleNote>(note =>
        {
            note.ToTable("article_note");
            note.HasIndex(n => n.ArticleId);
            note.HasOne<Article>().WithMany().HasForeignKey(n => n.ArticleId);
            note.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId);
        });
    }
}
