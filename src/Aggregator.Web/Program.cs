using System.Text;
using Aggregator.Web.Commands.Inspect;

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var input = new StreamReader(Console.OpenStandardInput(), utf8);
using var output = new StreamWriter(Console.OpenStandardOutput(), utf8);
switch (args.ElementAtOrDefault(1))
{
    case "article":
        await JsonLines.RunAsync(input, output, ArticleAnswer.Answer);
        break;
    case "html":
        await JsonLines.RunAsync(input, output, HtmlAnswer.Answer);
        break;
    case "feed": await JsonLines.RunAsync(input, output, FeedAnswer.Answer); break;
    case "url":
        await JsonLines.RunAsync(input, output, UrlAnswer.Answer);
        break;
    case "duplicates":
        var duplicates = new DuplicatesAnswer();
        await JsonLines.RunAsync(input, output, duplicates.Take, duplicates.AtEnd);
        break;
    default:
        await JsonLines.RunAsync(input, output, _ => null);
        break;
}
