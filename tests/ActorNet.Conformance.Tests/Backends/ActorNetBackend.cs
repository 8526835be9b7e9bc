using ActorNet.Conformance.Tests.Scripts;
using ActorNet.Core;
using ActorNet.Shell;
using ActorNet.Shell.Labs;

namespace ActorNet.Conformance.Tests.Backends;

/// <summary>ActorNet's shell in this process, each script in a lab of its own on a virtual clock, imitating the kernel that it is compared with.</summary>
internal sealed class ActorNetBackend(ReferenceKernel kernel) : IBackend
{
    private readonly KernelProfile _profile = KernelProfile.Find(kernel.Name) ?? throw new ArgumentException($"ActorNet has no profile {kernel.Name}", nameof(kernel));

    public string Name => $"ActorNet as {kernel.Name}";

    public async Task<IReadOnlyList<ScriptResult>> RunAsync(IReadOnlyList<Script> scripts)
    {
        var results = new List<ScriptResult>();
        foreach (var script in scripts) results.Add(await RunAsync(script));
        return results;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<ScriptResult> RunAsync(Script script)
    {
        var replies = new List<Reply>();
        try
        {
            await using var lab = new VirtualShellLab(new VirtualLabOptions { Kernel = _profile });
            await using var session = new ShellSession(lab, new ShellOptions { Json = true });
            foreach (var line in script.Lines)
            {
                var reply = await session.ExecuteAsync(line.Text);
                var json = LenientJson.Parse(ShellBatch.Json(new ShellLineReply(line.Number, line.Text, reply)))!;
                replies.Add(Reply.FromJson(json, line.Number, line.Text));
            }
            return new ScriptResult(script.Name, replies);
        }
        catch (Exception failure)
        {
            // Whatever it is, it is a fault of ActorNet that the comparison has to show, and the other scripts are to run all the same.
            return new ScriptResult(script.Name, replies) { Broken = $"line {(replies.Count < script.Lines.Count ? script.Lines[replies.Count].Number : 0)}: {failure}" };
        }
    }
}
