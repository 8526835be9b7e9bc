using Shouldly;
using Xunit;

namespace ActorNet.TestKit.Tests.Packaging;

/// <summary>What somebody gets who references the package.</summary>
public sealed class SampleTests
{
    [Fact]
    public void Ten_lessons_pass_in_a_project_that_has_only_the_package_and_no_root()
    {
        using var sample = new PackagedSample("RedirectLessons");

        var output = sample.User.Dotnet(sample.Folder, "test", "-c", "Release", "-v", "m", "-nodeReuse:false");

        output.ShouldMatch(@"Failed:\s+0, Passed:\s+10, Skipped:\s+0");
        Directory.Exists(Path.Combine(sample.Folder, "..", "home", "packages", "actornet.testkit")).ShouldBeTrue("the package, not the project, was used");
    }
}
