using ActorNet.Node.Settings;
using ActorNet.Node.State;

namespace ActorNet.Node.Hosting;

/// <summary>What a daemon needs to know.</summary>
/// <param name="Topology">What to run.</param>
/// <param name="File">Where it came from, full path; for people.</param>
/// <param name="Settings">The node's settings.</param>
/// <param name="State">Where ledger, socket and record go.</param>
internal sealed record DaemonOptions(TopologyModel Topology, string File, NodeSettings Settings, StateDirectory State);

/// <summary>What a detached daemon tells the process that started it, a line of JSON each, until it is ready or has failed.</summary>
/// <param name="Done">Steps carried out.</param>
/// <param name="Total">Steps of the plan.</param>
/// <param name="Doing">What is being done.</param>
/// <param name="Ready">It is up.</param>
/// <param name="Error">Why it is not going to be; null when nothing is wrong.</param>
/// <param name="ExitCode">What to exit with after an error.</param>
internal sealed record DaemonReport(int Done = 0, int Total = 0, string? Doing = null, bool Ready = false, string? Error = null, int ExitCode = 0);
