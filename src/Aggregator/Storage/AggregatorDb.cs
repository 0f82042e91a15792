using Aggregator.Accounts;
using Aggregator.Archive;
using Aggregator.Curation.Candidates;
using Aggregator.Curation.History;
using Aggregator.Curation.Issues;
using Aggregator.Sending;
using Aggregator.Sources;
using Aggregator.Stories;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Aggregator.Storage;

/// <summary>The tables, whatever the database. What only one dialect can say stands in the few abstract methods.</summary>
public abstract class AggregatorDb(DbContextOptions options) : IdentityUserContext<Account, int>(options)
{
    public DbSet<Source> Sources => Set<Source>();
    public DbSet<SourcePoll> SourcePolls => Set<SourcePoll>();
    public DbSet<Poll> Polls => Set<Poll>();
    public DbSet<HostRest> HostRests => Set<HostRest>();
    public DbSet<RobotsCopy> RobotsCopies => Set<RobotsCopy>();
    public DbSet<Alert> Alerts => Set<Alert>();
    public DbSet<Push> Pushes => Set<Push>();
    public DbSet<Article> Articles => Set<Article>();
    public DbSet<ArticleText> ArticleTexts => Set<ArticleText>();
    public DbSet<ArticleRevision> ArticleRevisions => Set<ArticleRevision>();
    public DbSet<Tombstone> Tombstones => Set<Tombstone>();
    public DbSet<Appearance> Appearances => Set<Appearance>();
    public DbSet<Copy> Copies => Set<Copy>();
    public DbSet<CopyCheck> CopyChecks => Set<CopyCheck>();
    public DbSet<Extraction> Extractions => Set<Extraction>();
    public DbSet<SetupLink> SetupLinks => Set<SetupLink>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<KeptAnswer> KeptAnswers => Set<KeptAnswer>();
    public DbSet<Story> Stories => Set<Story>();
    public DbSet<StoryMember> StoryMembers => Set<StoryMember>();
    public DbSet<StoryMove> StoryMoves => Set<StoryMove>();
    public DbSet<Publication> Publications => Set<Publication>();
    public DbSet<Issue> Issues => Set<Issue>();
    public DbSet<EarlierIssue> EarlierIssues => Set<EarlierIssue>();
    public DbSet<Section> Sections => Set<Section>();
    public DbSet<PadItem> PadItems => Set<PadItem>();
    public DbSet<PadStory> PadStories => Set<PadStory>();
    public DbSet<Revision> Revisions => Set<Revision>();
    public DbSet<Transition> Transitions => Set<Transition>();
    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<GuestLink> GuestLinks => Set<GuestLink>();
    public DbSet<Presence> Presences => Set<Presence>();
    public DbSet<Waiver> Waivers => Set<Waiver>();
    public DbSet<LinkVisit> LinkVisits => Set<LinkVisit>();
    public DbSet<Clip> Clips => Set<Clip>();
    public DbSet<RightsCard> RightsCards => Set<RightsCard>();
    public DbSet<CandidateNote> CandidateNotes => Set<CandidateNote>();
    public DbSet<ArticleDesk> ArticleDesks => Set<ArticleDesk>();
    public DbSet<ArticleGlance> ArticleGlances => Set<ArticleGlance>();
    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();
    public DbSet<ArticleNote> ArticleNotes => Set<ArticleNote>();
    public DbSet<Rendition> Renditions => Set<Rendition>();
    public DbSet<Subscriber> Subscribers => Set<Subscriber>();
    public DbSet<Subscription> Subscriptions => Set<Subscription>();
    public DbSet<Send> Sends => Set<Send>();
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    /// <summary>Its writes are the program's own work: they wait for those of people.</summary>
    public bool IsBulk { get; set; }

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction that may write, and commits it. All of it happens or nothing.
    /// Every write goes through here or through <c>SaveChangesAsync</c>, which does. Inside another write it joins that one.
    /// </summary>
    public abstract Task<T> WriteAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken stop);

    /// <summary>
    /// <see cref="WriteAsync"/> whose commit has reached the disk when it returns, so that a loss of power does not take it back: for what
    /// must not be done twice. PostgreSQL's commits are so anyway.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is called inside another write, whose commit decides.</exception>
    public virtual Task<T> WriteDurablyAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken stop) =>
        Database.CurrentTransaction is null ? WriteAsync(work, stop) : throw new InvalidOperationException("A write inside another is as durable as that one.");

    /// <summary>Plain statements on this context's connection, in its transaction if it has one.</summary>
    public abstract Task<SqlSession> SessionAsync(CancellationToken stop);

    /// <summary>Leaves a host alone until then, or longer if it already rests longer. Inside a write.</summary>
    public async Task RestAsync(IEnumerable<string> hosts, DateTimeOffset until, CancellationToken stop) => await (await SessionAsync(stop)).RestAsync(hosts, until, stop);

    /// <summary>
    /// One form for both databases, so that plain statements read and write the same: times are UTC ticks, which SQLite can sort and
    /// which PostgreSQL's microseconds would round; lists are JSON.
    /// </summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<TimeSpan>().HaveConversion<long>();
        configurationBuilder.Properties<List<string>>().HaveConversion<StringListJson, StringListComparer>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Tables.Define(builder);
    }
}

/// <summary>What a worker asks for when it takes due rows.</summary>
/// <param name="Owner">Who takes them (<see cref="LeaseOwner"/>).</param>
/// <param name="Now">The moment of the claim, UTC.</param>
/// <param name="Until">When the lease ends.</param>
/// <param name="Limit">Rows at the most.</param>
/// <param name="HostPause">Rest of a host after the start of a request.</param>
/// <param name="PerHost">Rows of one host that are worked on at once.</param>
/// <param name="Depth">How many times that are taken of one host, to be worked on one after the other.</param>
public record Claim(string Owner, DateTimeOffset Now, DateTimeOffset Until, int Limit, TimeSpan HostPause, int PerHost = 1, int Depth = 1)
{
    /// <summary>Hosts with a pace of their own.</summary>
    public IReadOnlyList<HostPace> Paces { get; init; } = [];

    /// <summary>The rest of this host after the start of a request.</summary>
    public TimeSpan PauseOf(string host) => Paces.FirstOrDefault(pace => pace.Host == host)?.Pause ?? HostPause;

    /// <summary>Rows of such a host that are taken at once: with a pause between two requests no more than may be in flight.</summary>
    public int PlacesOf(HostPace pace) => pace.PerHost * (pace.Pause > TimeSpan.Zero ? 1 : Depth);
}

/// <summary>The pace of one host.</summary>
/// <param name="Host">Its name in lower case.</param>
/// <param name="PerHost">Rows that are worked on at once.</param>
/// <param name="Pause">Its rest after the start of a request.</param>
public sealed record HostPace(string Host, int PerHost, TimeSpan Pause);

/// <inheritdoc cref="Claim"/>
/// <param name="Round">Visits before this moment count as not made yet: a round visits each source once.</param>
/// <param name="All">Also sources that are not due yet; never against a server's Retry-After.</param>
/// <param name="SourceId">Only this source.</param>
public sealed record PollClaim(
    string Owner, DateTimeOffset Now, DateTimeOffset Until, int Limit, TimeSpan HostPause, DateTimeOffset Round, bool All = false, int? SourceId = null, int PerHost = 1, int Depth = 1)
    : Claim(Owner, Now, Until, Limit, HostPause, PerHost, Depth);

/// <summary>What is searchable of one article, as <c>SearchWords</c> makes it.</summary>
/// <param name="Title">Stems of the title.</param>
/// <param name="Text">Stems of the text.</param>
/// <param name="Marks">Source, language, month, tags.</param>
public sealed record SearchEntry(int ArticleId, string Title, string Text, string Marks);
