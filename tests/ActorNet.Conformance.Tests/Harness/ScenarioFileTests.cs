using ActorNet.Conformance.Tests.Backends;
using ActorNet.Conformance.Tests.Scripts;
using Shouldly;
using Xunit;

namespace ActorNet.Conformance.Tests.Harness;

public class ScenarioFileTests
{
    [Fact]
    public void The_header_says_title_rules_kernels_and_needs()
    {
        // When
        var script = ScenarioFile.Parse("/x/g01-basic.txt", "# title: An ifb\n# rules: IFB-01 G01\n# kernels: 6.1\n# needs: matchall dummy\n# More words.\nip netns add a\n");

        // Then
        (script.Name, script.Title).ShouldBe(("g01-basic", "An ifb"));
        script.Rules.ShouldBe(["IFB-01", "G01"]);
        script.Kernels.ShouldBe(["6.1"]);
        script.Needs.ShouldBe(["matchall", "dummy"]);
        script.Lines.ShouldBe([new ScriptLine(6, "ip netns add a")]);
    }

    [Fact]
    public void Without_a_word_about_kernels_it_is_for_all()
    {
        var script = ScenarioFile.Parse("x.txt", "# title: x\nip link show");
        ReferenceKernel.All.ShouldAllBe(k => k.Takes(script));
    }

    [Fact]
    public void A_kernel_that_lacks_a_feature_is_left_out()
    {
        var script = ScenarioFile.Parse("x.txt", "# needs: matchall\nip link show");
        (ReferenceKernel.Running.Takes(script), ReferenceKernel.UserMode.Takes(script)).ShouldBe((false, true));
    }

    [Fact]
    public void No_kernel_at_all_is_said_by_none() => ScenarioFile.Parse("x.txt", "# kernels: none\nreset").Kernels.ShouldBeEmpty();

    [Fact]
    public void An_unknown_kernel_is_refused() =>
        Should.Throw<FormatException>(() => ScenarioFile.Parse("x.txt", "# kernels: 2.4\nreset")).Message.ShouldBe("x.txt: \"2.4\" is no kernel to compare with; known are 6.18, 6.1, or \"none\"");

    [Fact]
    public void Continued_lines_are_one_and_keep_the_first_number() =>
        ScriptLine.Read("a\n\n# no\nb \\\n  c\n!d\n").ShouldBe([new ScriptLine(1, "a"), new ScriptLine(4, "b    c"), new ScriptLine(6, "!d")]);

    [Fact]
    public void An_exclamation_mark_says_that_the_line_must_fail()
    {
        var line = ScriptLine.Read("! ip link del lo").ShouldHaveSingleItem();
        (line.MustFail, line.Command).ShouldBe((true, "ip link del lo"));
    }
}
