using System.Text.Json;
using Aggregator.Sending;

namespace Aggregator.Tests.Service.Sending;

/// <summary>The shared values that broke mail programs, each in its own place and in every place where a person may write.</summary>
public sealed class HeaderValuesTests
{
    private static readonly MailMessage Listed = Mails.Plain with { ListId = new("Revue", "revue.example.org"), ListUnsubscribe = new("https://example.org/u") };

    [SharedFact]
    public void No_value_makes_a_field_an_address_or_a_line_of_its_own()
    {
        foreach (var (id, _, value) in Rows())
        {
            var mail = Listed with
            {
                Subject = value,
                From = new(value, "revue@example.org"),
                To = new(value, "anne@example.net"),
                ListId = new(value, "revue.example.org"),
                Text = value,
                Html = value,
            };
            if (MailRules.Problem(mail) is { } problem)
            {
                Assert.True(value.Length > 1000 && problem.Contains("at most 1000", StringComparison.Ordinal), $"{id}: {problem}");
                mail = mail with { From = Listed.From, To = Listed.To, ListId = Listed.ListId };
            }

            Assert.Equal(Mails.FieldNames(Listed), Mails.FieldNames(mail));
            Mails.AssertOnWire(MimeWriter.Write(mail), id);
        }
    }

    [SharedFact]
    public void A_value_for_a_program_is_refused()
    {
        foreach (var (id, field, value) in Rows())
        {
            var mail = field switch
            {
                "reply_to" => Mails.Plain with { ReplyTo = new(null, value) },
                "list_id" => Mails.Plain with { ListId = new(null, value) },
                "list_unsubscribe" => Mails.Plain with { ListUnsubscribe = new(value) },
                "message_id" => Mails.Plain with { MessageId = value },
                _ => null,
            };
            if (mail is not null) Assert.True(MailRules.Problem(mail) is not null, id);
        }
    }

    [PythonSharedFact]
    public async Task Every_value_comes_back_as_subject_name_and_body()
    {
        var rows = Rows().Where(row => row.Value.Length <= 1000).ToList();
        var read = await PythonReader.ReadAsync([.. rows.Select(row => MimeWriter.Write(Mails.Plain with
        {
            Subject = row.Value, From = new(row.Value, "revue@example.org"), Text = row.Value, Html = row.Value,
        }))]);
        for (var i = 0; i < rows.Count; i++)
        {
            var line = string.Join(' ', rows[i].Value.Split(['\r', '\n', '\0', '\t'], StringSplitOptions.RemoveEmptyEntries)).Trim(' ');
            Assert.True(line == read[i].Headers["subject"], rows[i].Id);
            Assert.True(line == Assert.Single(read[i].From)[0], rows[i].Id);
            Assert.Equal(rows[i].Value.ReplaceLineEndings("\r\n"), read[i].Text);
            Assert.Equal(read[i].Text, read[i].Html);
            Assert.Empty(read[i].Defects);
        }
    }

    private static IEnumerable<(string Id, string Field, string Value)> Rows()
    {
        var rows = File.ReadLines(Shared.Path("corpus", "hostile", "header_values.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.True(rows.Count >= 46);
        return rows.Select(row => (row.GetProperty("id").GetString()!, row.GetProperty("field").GetString()!, row.GetProperty("value").GetString()!));
    }
}

/// <summary>A fact that needs python3 and the shared test data.</summary>
internal sealed class PythonSharedFactAttribute : FactAttribute
{
    public PythonSharedFactAttribute() => Skip = Shared.SkipReason ?? PythonReader.SkipReason;
}
