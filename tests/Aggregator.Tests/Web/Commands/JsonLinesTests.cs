using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aggregator.Web.Commands.Inspect;

namespace Aggregator.Tests.Web.Commands;

public sealed class JsonLinesTests
{
    [Fact]
    public async Task ALineThatTakesTooLongIsAnErrorAndTheStreamGoesOn()
    {
        await using var output = new StringWriter();

        await JsonLines.RunAsync(new StringReader("{\"id\": 1}\n{\"id\": 2}\n"), output, line =>
            line.GetProperty("id").GetInt32() == 1 ? throw new RegexMatchTimeoutException() : new JsonObject { ["id"] = 2 });

        Assert.Equal(
            ["""{"id":1,"error":"Reading this took too long and was given up."}""", """{"id":2}"""],
            output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}
