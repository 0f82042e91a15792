namespace Aggregator.Benchmarks.Jobs;

/// <summary>An example of a story a text belongs to, or does not.</summary>
internal sealed record Example(double[] Terms, bool IsRight, double Weight);

/// <summary>Logistic regression by Newton's method with a small ridge.</summary>
internal static class LogisticRegression
{
    private const double Ridge = 0.3, RidgeOfConstant = 0.001, TotalWeight = 10_000, Enough = 1e-5;
    private const int Steps = 25;

    /// <returns>A weight for each term, of which the first is the constant.</returns>
    public static double[] Fit(IReadOnlyList<Example> examples)
    {
        var weights = new double[examples[0].Terms.Length];
        var scale = TotalWeight / examples.Sum(example => example.Weight);
        for (var step = 0; step < Steps; step++)
        {
            var move = Solve(Slope(examples, weights, scale));
            for (var i = 0; i < weights.Length; i++) weights[i] += move[i];
            if (move.Max(Math.Abs) < Enough) break;
        }

        return weights;
    }

    /// <summary>The Hessian with the gradient as its last column.</summary>
    private static double[,] Slope(IReadOnlyList<Example> examples, double[] weights, double scale)
    {
        var n = weights.Length;
        var slope = new double[n, n + 1];
        foreach (var example in examples)
        {
            var chance = 1 / (1 + Math.Exp(-weights.Zip(example.Terms, (weight, term) => weight * term).Sum()));
            var (error, spread) = (((example.IsRight ? 1 : 0) - chance) * example.Weight * scale, chance * (1 - chance) * example.Weight * scale);
            for (var i = 0; i < n; i++)
            {
                slope[i, n] += error * example.Terms[i];
                for (var j = 0; j < n; j++) slope[i, j] += spread * example.Terms[i] * example.Terms[j];
            }
        }

        for (var i = 0; i < n; i++)
        {
            var ridge = i == 0 ? RidgeOfConstant : Ridge;
            slope[i, i] += ridge;
            slope[i, n] -= ridge * weights[i];
        }

        return slope;
    }

    /// <summary>Gauss and Jordan; the matrix is positive definite, so no row need be exchanged.</summary>
    private static double[] Solve(double[,] rows)
    {
        var n = rows.GetLength(0);
        for (var pivot = 0; pivot < n; pivot++)
        {
            for (var row = 0; row < n; row++)
            {
                if (row == pivot) continue;
                var factor = rows[row, pivot] / rows[pivot, pivot];
                for (var column = pivot; column <= n; column++) rows[row, column] -= factor * rows[pivot, column];
            }
        }

        return [.. Enumerable.Range(0, n).Select(i => rows[i, n] / rows[i, i])];
    }
}
