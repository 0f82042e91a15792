using Aggregator.Web.Commands;

return await CommandLine.RunAsync(args);
