using System.Reflection;
using Aggregator.Reading.Urls;
using Aggregator.Storage;
using Aggregator.Tests.Bench;
namespace Aggregator.Tests;
public class TmpGraph
{
    [Fact]
    public void Print()
    {
        var w = new StreamWriter("/tmp/graph.txt");
        foreach (var a in new[] { typeof(UrlKey).Assembly, typeof(AggregatorDb).Assembly, typeof(Aggregator.Web.Host.Settings).Assembly })
            foreach (var (u, d) in TypeUses.In(a)) w.WriteLine($"{u.Namespace}\t{u.Name}\t{d.Namespace}\t{d.Name}");
        w.Close();
    }
}
