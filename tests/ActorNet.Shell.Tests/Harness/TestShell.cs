using System.Text.Json.Nodes;
using ActorNet.Core;
using ActorNet.Shell.Labs;
using Shouldly;

namespace ActorNet.Shell.Tests.Harness;

/// <summary>A session on a lab of its own. Disposing empties the lab and checks that no frame is left.</summary>
public sealed class TestShell : IAsyncDisposable
{
    /// <summary>A cable from va to vb, and ifb0, all up.</summary>
    public const string Cable = """
        ip link add va address 02:00:00:00:00:01 type veth peer name vb address 02:00:00:00:00:02
        ip link add ifb0 address 02:00:00:00:1f:00 type ifb
        ip link set va up
        ip link set vb up
        ip link set ifb0 up
        """;

    /// <summary>What arrives at vb goes through ifb0.</summary>
    public const string Redirect = """
        tc qdisc add dev vb ingress
        tc filter add dev vb ingress protocol all prio 10 u32 match u32 0 0 action mirred egress redirect dev ifb0
        """;

    private readonly VirtualShellLab _lab;

    public TestShell(bool json = true, string? kernel = null, ulong seed = 1, Dictionary<string, string>? files = null)
    {
        Files = files ?? [];
        _lab = new VirtualShellLab(new VirtualLabOptions { Kernel = kernel is null ? null : KernelProfile.Find(kernel), Seed = seed });
        Session = new ShellSession(_lab, new ShellOptions { Json = json, ReadFile = Read });
    }

    public ShellSession Session { get; }

    public IShellLab Lab => _lab;

    /// <summary>What <c>source</c> finds.</summary>
    public Dictionary<string, string> Files { get; }

    public Task<ShellReply> Run(string line) => Session.ExecuteAsync(line);

    /// <summary>Lines that must do what they should.</summary>
    public async Task Sh(string lines)
    {
        foreach (var line in ShellScript.Lines(lines))
        {
            var reply = await Session.ExecuteAsync(line.Text);
            reply.AsExpected.ShouldBeTrue($"{line.Text}: {reply.Error}");
        }
    }

    /// <summary>The output of a line that must succeed.</summary>
    public async Task<JsonNode> Json(string line)
    {
        var reply = await Session.ExecuteAsync(line);
        reply.Error.ShouldBe("", line);
        return JsonNode.Parse(reply.Json.ShouldNotBeNull(line)).ShouldNotBeNull();
    }

    /// <summary>The error of a line that must fail.</summary>
    public async Task<string> Error(string line)
    {
        var reply = await Session.ExecuteAsync(line);
        reply.Ok.ShouldBeFalse(line);
        reply.ExitCode.ShouldNotBe(0, line);
        return reply.Error;
    }

    /// <summary>rx packets/bytes/dropped tx packets/bytes/dropped.</summary>
    public async Task<string> Stats(string device, string? ns = null)
    {
        var s = (await Json($"ip {(ns is null ? "" : $"-n {ns} ")}-s link show dev {device}"))[0]!["stats64"]!;
        return $"rx {Of(s["rx"]!)} tx {Of(s["tx"]!)}";

        static string Of(JsonNode side) => $"{side["packets"]}/{side["bytes"]}/{side["dropped"]}";
    }

    public async ValueTask DisposeAsync()
    {
        (await _lab.EmptyAsync()).ShouldBe(0, "every frame must have been delivered, dropped or purged");
        await Session.DisposeAsync();
        await _lab.DisposeAsync();
    }

    private Task<string> Read(string file) => Files.TryGetValue(file, out var text) ? Task.FromResult(text) : throw new FileNotFoundException($"there is no {file}");
}
