using Aggregator.Curation.Issues;
using Aggregator.Curation.Text;
using Aggregator.Sending;
using Aggregator.Storage;
using Aggregator.Tests.Bench;
using Aggregator.Web.Host;
using Aggregator.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Tests.Web.Commands;

/// <summary>A folder with a database that holds a publication with an approved issue and a draft, for the verbs to work on.</summary>
internal sealed class EditorialFolder : IAsyncDisposable
{
    public const string Title = "Le Relevé";

    private readonly TempFolder folder = new();
    private readonly ServiceProvider services;

    private EditorialFolder() => services = ProductServices.Build(Settings.Load([$"DataDirectory={folder.File("data")}"]));

    public string Path => folder.Path;

    public Issue Approved { get; private set; } = null!;

    public static async Task<EditorialFolder> MakeAsync()
    {
        var made = new EditorialFolder();
        await MigratedDatabase.PlaceAsync(new(made.File("data")));
        await made.services.GetRequiredService<DatabaseUpkeep>().MigrateAsync();
        await using var db = made.OpenDb();
        var publication = Publication(Title);
        made.Approved = Issue(publication, 1, IssueState.Approved);
        made.Approved.Rendition = new() { Subject = "Numéro 1", Html = "<p>frozen mail</p>", Text = "frozen text\n", Page = "<article>frozen page</article>", Hash = "00", MadeAt = DateTimeOffset.UnixEpoch };
        db.AddRange(made.Approved, Issue(publication, 2, IssueState.Draft));
        await db.SaveChangesAsync();
        return made;
    }

    public static Publication Publication(string title) => new()
    {
        PublicId = Guid.NewGuid(), Title = title, Language = "fr", TimeZone = "Europe/Paris", SenderName = "La rédaction", SenderAddress = "redaction@releve.example",
    };

    public string Write(string name, string text) => folder.Write(name, text);

    public string File(params string[] parts) => folder.File(parts);

    public Task<ProgramResult> RunAsync(params IEnumerable<string> arguments) => CommandHost.RunAsync(folder.Path, arguments);

    public AggregatorDb OpenDb() => services.GetRequiredService<Func<AggregatorDb>>()();

    public async Task AddAsync(object row)
    {
        await using var db = OpenDb();
        db.Add(row);
        await db.SaveChangesAsync();
    }

    public async Task<IReadOnlyList<Subscription>> SubscriptionsAsync()
    {
        await using var db = OpenDb();
        return await db.Subscriptions.AsNoTracking().Include(consent => consent.Subscriber).OrderBy(consent => consent.SubscriberId).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private static Issue Issue(Publication publication, int number, IssueState state) => new()
    {
        PublicId = Guid.NewGuid(), Publication = publication, Number = number, Title = "À marée basse", State = state, DatedAt = DateTimeOffset.UnixEpoch,
        Sections = { new() { PublicId = Guid.NewGuid(), Title = "Les réseaux", Blocks = [new(BlockKind.Paragraph, [new("Une semaine *calme*.")])] } },
    };
}
