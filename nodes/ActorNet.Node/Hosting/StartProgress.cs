namespace ActorNet.Node.Hosting;

/// <summary>How far a topology is.</summary>
/// <param name="Done">Steps carried out.</param>
/// <param name="Total">Steps of the whole plan.</param>
/// <param name="Doing">What is being done, in a few words.</param>
internal sealed record StartProgress(int Done, int Total, string Doing);
