using Xunit.Abstractions;

namespace ActorNet.Engine.TestKit.Tests;

/// <summary>A test's output as a list.</summary>
internal sealed class RecordingOutput : ITestOutputHelper
{
    public List<string> Lines { get; } = [];

    public void WriteLine(string message) => Lines.Add(message);

    public void WriteLine(string format, params object[] args) => Lines.Add(string.Format(format, args));
}
