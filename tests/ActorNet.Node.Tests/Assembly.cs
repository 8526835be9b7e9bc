using Xunit;

// The tests share the machine: its processor, its namespaces. One after another they are quicker to understand when they fail.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
