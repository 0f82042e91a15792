using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Sending;
using Aggregator.Stories;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Storage;

/// <summary>Keys, indexes and relations of what editors make: stories, issues, subscribers, sends.</summary>
internal static class EditorialTables
{
    public static void Define(ModelBuilder builder)
    {
        DefineStories(builder);
        DefineIssues(builder);
        CurationTables.Define(builder);
        DefineSubscribers(builder);
        DefineSends(builder);
    }

    private static void DefineStories(ModelBuilder builder)
    {
        builder.Entity<Story>(story =>
        {
            story.ToTable("story");
            story.HasIndex(s => s.LastAt);
        });
        builder.Entity<StoryMember>(member =>
        {
            member.ToTable("story_member");
            member.HasKey(m => m.ArticleId);
            member.Property(m => m.ArticleId).ValueGeneratedNever();
            member.HasIndex(m => m.StoryId);
            member.HasOne<Story>().WithMany().HasForeignKey(m => m.StoryId);
            member.HasOne(m => m.Article).WithOne().HasForeignKey<StoryMember>(m => m.ArticleId);
        });
        builder.Entity<StoryMove>(move =>
        {
            move.ToTable("story_move");
            move.HasIndex(m => m.StoryId);
        });
    }

    private static void DefineIssues(ModelBuilder builder)
    {
        builder.Entity<Publication>(publication =>
        {
            publication.ToTable("publication");
            publication.HasIndex(p => p.PublicId).IsUnique();
            publication.Property(p => p.House).HasConversion<JsonColumn<HouseStyle>, JsonComparer<HouseStyle>>().HasDefaultValueSql("'{}'");
            publication.HasOne<Publication>().WithMany().HasForeignKey(p => p.TwinId).OnDelete(DeleteBehavior.SetNull);
            publication.HasOne<Accounts.Account>().WithMany().HasForeignKey(p => p.DeputyId).OnDelete(DeleteBehavior.SetNull);
        });
        builder.Entity<Issue>(issue =>
        {
            issue.ToTable("issue");
            issue.HasIndex(i => i.PublicId).IsUnique();
            issue.HasIndex(i => new { i.PublicationId, i.Number }).IsUnique();
            issue.HasOne(i => i.Publication).WithMany().HasForeignKey(i => i.PublicationId);
            issue.HasMany(i => i.Sections).WithOne().HasForeignKey(s => s.IssueId);
            issue.HasOne(i => i.Rendition).WithMany().HasForeignKey(i => i.RenditionId);
            issue.Property(i => i.Bylines).HasConversion<JsonColumn<List<Byline>>, JsonComparer<List<Byline>>>();
            issue.Property(i => i.Closing).HasDefaultValue("");
            issue.HasIndex(i => i.Slot);
        });
        builder.Entity<Section>(section =>
        {
            section.ToTable("section");
            section.HasIndex(s => s.PublicId).IsUnique();
            section.Ignore(s => s.Articles);
            section.Property(s => s.Blocks).HasConversion<JsonColumn<List<Block>>, JsonComparer<List<Block>>>();
            section.Property(s => s.SignOff).HasConversion<JsonColumn<List<Span>>, JsonComparer<List<Span>>>().HasDefaultValueSql("'[]'");
            section.HasMany(s => s.PadStories).WithOne().HasForeignKey(p => p.SectionId);
            section.HasOne<Accounts.Account>().WithMany().HasForeignKey(s => s.OwnerId).OnDelete(DeleteBehavior.SetNull);
            section.HasMany(s => s.Pad).WithOne().HasForeignKey(p => p.SectionId);
        });
        builder.Entity<PadItem>(item =>
        {
            item.ToTable("pad_item");
            item.HasKey(p => new { p.SectionId, p.ArticleId });
            item.HasOne<Archive.Article>().WithMany().HasForeignKey(p => p.ArticleId);
        });
        builder.Entity<PadStory>(item =>
        {
            item.ToTable("pad_story");
            item.HasKey(p => new { p.SectionId, p.StoryId });
            item.HasOne<Story>().WithMany().HasForeignKey(p => p.StoryId);
        });
        builder.Entity<Rendition>(rendition =>
        {
            rendition.ToTable("rendition");
            rendition.HasIndex(r => r.IssueId);
        });
    }

    private static void DefineSubscribers(ModelBuilder builder)
    {
        builder.Entity<Subscriber>(subscriber =>
        {
            subscriber.ToTable("subscriber");
            subscriber.HasIndex(s => s.PublicId).IsUnique();
            subscriber.HasIndex(s => s.AddressKey).IsUnique();
        });
        builder.Entity<Subscription>(subscription =>
        {
            subscription.ToTable("subscription");
            subscription.HasKey(s => new { s.SubscriberId, s.PublicationId });
            subscription.HasIndex(s => s.UnsubscribeToken).IsUnique();
            subscription.HasIndex(s => s.ConfirmationHash);
            subscription.HasOne(s => s.Subscriber).WithMany(s => s.Subscriptions).HasForeignKey(s => s.SubscriberId);
            subscription.HasOne<Publication>().WithMany().HasForeignKey(s => s.PublicationId);
        });
    }

    private static void DefineSends(ModelBuilder builder)
    {
        builder.Entity<Send>(send =>
        {
            send.ToTable("send");
            send.HasIndex(s => s.PublicId).IsUnique();
            // One mailing of an issue: the database itself refuses a second one.
            send.HasIndex(s => s.IssueId).IsUnique();
            send.HasOne<Issue>().WithMany().HasForeignKey(s => s.IssueId);
            send.HasOne<Rendition>().WithMany().HasForeignKey(s => s.RenditionId);
        });
        builder.Entity<Delivery>(delivery =>
        {
            delivery.ToTable("delivery");
            delivery.HasKey(d => new { d.SendId, d.SubscriberId });
            delivery.HasIndex(d => new { d.State, d.DueAt });
            delivery.HasOne<Send>().WithMany().HasForeignKey(d => d.SendId);
            delivery.HasOne<Subscriber>().WithMany().HasForeignKey(d => d.SubscriberId);
        });
    }
}
