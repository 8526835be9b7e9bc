using System.Text.Json.Serialization;
using ActorNet.Labs.Links;
using ActorNet.Node.Commands;
using ActorNet.Node.Demo;
using ActorNet.Node.Hosting;
using ActorNet.Node.Links;
using ActorNet.Node.Showing;
using ActorNet.Node.State;
using ActorNet.Node.Flows;

namespace ActorNet.Node.Control;

/// <summary>Every JSON that the program reads or writes: compact, for sockets and files. What is missing or null where it must not be is refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ControlRequest))]
[JsonSerializable(typeof(ControlAnswer))]
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(DaemonReport))]
[JsonSerializable(typeof(ShowReport))]
[JsonSerializable(typeof(IReadOnlyList<ShowReport>))]
[JsonSerializable(typeof(IReadOnlyList<PsLine>))]
[JsonSerializable(typeof(IReadOnlyList<FileMistake>))]
[JsonSerializable(typeof(ValidatedFile))]
[JsonSerializable(typeof(IReadOnlyList<CleanedTopology>))]
[JsonSerializable(typeof(IReadOnlyList<DoctorLine>))]
[JsonSerializable(typeof(VersionLine))]
[JsonSerializable(typeof(StateLine))]
[JsonSerializable(typeof(DemoResult))]
[JsonSerializable(typeof(LinkReport))]
[JsonSerializable(typeof(LabEvent))]
[JsonSerializable(typeof(EventPage))]
[JsonSerializable(typeof(BehindReport))]
[JsonSerializable(typeof(ShownTraffic))]
internal sealed partial class NodeJson : JsonSerializerContext;
