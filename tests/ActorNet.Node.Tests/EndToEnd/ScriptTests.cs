using System.Text.RegularExpressions;
using ActorNet.Node.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.EndToEnd;

/// <summary>What the README and the script in the root promise.</summary>
public sealed partial class ScriptTests
{
    [SkippableFact]
    public void Commands_of_the_readme_work_as_they_stand()
    {
        Needs.Root();
        using var actornet = new Actornet();
        var readme = File.ReadAllText(Path.Combine(Checkout.Root, "README.md"));

        // given
        var file = actornet.Topology(Hocon().Match(readme).Groups["text"].Value);
        var lines = Command().Matches(readme).Select(m => m.Groups["words"].Value.Trim()).ToArray();
        lines.ShouldContain(l => l.StartsWith("up -d", StringComparison.Ordinal));

        // when, then
        foreach (var line in lines)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w switch
            {
                "my-lab.conf" => file,
                "my-lab" => actornet.Name,
                _ when w.StartsWith("tests/", StringComparison.Ordinal) => Path.Combine(Checkout.Root, w),
                _ => w,
            });
            actornet.Do([.. words]);
        }
    }

    [SkippableFact]
    public async Task Script_of_the_root_builds_once_and_several_at_once_work()
    {
        Needs.Program("flock", "util-linux");

        // when
        var info = Programs.Info(Path.Combine(Checkout.Root, "actornet"), ["version"]);
        info.WorkingDirectory = "/";
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Programs.Run(info, TimeSpan.FromMinutes(10)))));

        // then
        foreach (var outcome in outcomes)
        {
            outcome.ExitCode.ShouldBe(0, outcome.ToString());
            outcome.Output.ShouldStartWith("actornet ");
            outcome.Error.ShouldBeEmpty();
        }
    }

    [GeneratedRegex("```hocon\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hocon();

    [GeneratedRegex("^\\./actornet (?<words>[^#\n]*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();
}
