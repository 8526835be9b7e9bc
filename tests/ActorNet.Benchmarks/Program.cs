using ActorNet.Benchmarks;
using BenchmarkDotNet.Running;

// Not a benchmark in the library's sense: it takes a minute, once.
if (args is ["hour", ..]) SimulatedHour.Run(TimeSpan.FromMinutes(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 60), traced: args is [_, _, "traced"]);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
