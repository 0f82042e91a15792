Console.Error.WriteLine("Say which: --job refresh, or --filter NAME for a BenchmarkDotNet run.");
return 2;
