using System.Diagnostics;
using ActorNet.Linux.Namespaces;
using ActorNet.Linux.Tests.Support;
using Shouldly;
using Xunit;

namespace ActorNet.Linux.Tests.Namespaces;

public sealed class NamespaceCommandTests
{
    [SkippableFact]
    public async Task Exit_code_of_the_program_comes_through()
    {
        Root.Required();
        using var space = Unique.Namespace();

        (await NamespaceCommand.RunAsync(space.Name, "true", [])).ShouldBe(0);
        (await NamespaceCommand.RunAsync(space.Name, "sh", ["-c", "exit 37"])).ShouldBe(37);
        (await NamespaceCommand.RunAsync(space.Name, "sh", ["-c", "kill -9 $$"])).ShouldBe(128 + 9);
    }

    [SkippableFact]
    public async Task Program_runs_inside_and_its_words_stay_whole()
    {
        Root.Required();
        using var space = Unique.Namespace();
        using var directory = Unique.Directory();
        Directory.CreateDirectory(directory.Path);
        string hostile = "a b; touch $HOME 'x\n--help";
        var info = NamespaceCommand.StartInfo(space.Name, "sh", ["-c", "readlink /proc/self/ns/net; printf %s \"$1\"", "sh", hostile]);
        info.RedirectStandardOutput = true;

        using var process = Process.Start(info)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        output.ShouldBe($"net:[{space.Space.Identity.File.Inode}]\n{hostile}");
    }

    [SkippableFact]
    public async Task Cancelled_program_is_ended()
    {
        Root.Required();
        using var space = Unique.Namespace();
        using var stop = new CancellationTokenSource();
        var running = NamespaceCommand.RunAsync(space.Name, "sleep", ["1000"], stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    [SkippableFact]
    public async Task Missing_namespace_is_an_exit_code_of_ip()
    {
        Root.Required();
        (await NamespaceCommand.RunAsync("actornet-test-none", "true", [])).ShouldNotBe(0);
    }

    [Theory]
    [InlineData("-all", "true")]
    [InlineData("", "true")]
    [InlineData("good", "")]
    public void Hostile_names_never_reach_ip(string space, string program) =>
        Should.Throw<ArgumentException>(() => NamespaceCommand.StartInfo(space, program, []));
}
