using CsCheck;

namespace Aggregator.Tests.Bench;

/// <summary>Properties that hold for whatever is made: the same cases each time, and with <c>LONG=1</c> ten times as many others.</summary>
internal static class Property
{
    private const string Beginning = "0000KOIPe402";

    /// <param name="made">What is made.</param>
    /// <param name="cases">How many.</param>
    /// <param name="holds">Asserts the property. Of a case that fails a smaller one is looked for, and named with the seed that makes it.</param>
    public static void Holds<T>(this Gen<T> made, int cases, Action<T> holds)
    {
        if (Long.IsOn)
        {
            made.Sample(holds, iter: 10L * cases);
            return;
        }

        var random = PCG.Parse(Beginning);
        for (var i = 0; i < cases; i++)
        {
            var seed = random.ToString();
            var value = made.Generate(random, null, out _);
            try
            {
                holds(value);
            }
            catch (Exception)
            {
                made.Sample(holds, seed: seed, iter: 2_000, threads: 1);
                throw;
            }
        }
    }
}
