using Shouldly;
using Xunit;

namespace ActorNet.TestKit.Tests.Networks;

/// <summary>The example of the README is the one that is compiled and run here.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_example_is_this_code()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "readme", "README.md"));
        var example = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "readme", "ReadmeExample.cs"));

        readme.ShouldContain(example);
    }
}
