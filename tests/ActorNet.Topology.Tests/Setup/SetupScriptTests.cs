using ActorNet.Hocon;

namespace ActorNet.Topology.Tests.Setup;

public class SetupScriptTests
{
    private static IReadOnlyList<SetupLine> Lines(string setup) => Expect.Valid($"boxes {{ lab {{ setup = {setup} }} }}").Boxes[0].Setup.Lines;

    private static (int Line, int Column) Place(SetupLine line) => (line.Origin.Line, line.Origin.Column);

    [Fact]
    public void A_line_knows_its_place_inside_the_quotes()
    {
        // When
        var lines = Lines(""""
            """ip link add br0 type bridge
              ip link set br0 up

            	ip link add ifb0 type ifb
            """
            """");

        // Then: the first line starts behind the quotes, a tab is one column
        lines.Select(l => l.Text).ShouldBe(["ip link add br0 type bridge", "ip link set br0 up", "ip link add ifb0 type ifb"]);
        lines.Select(Place).ShouldBe([(1, 26), (2, 3), (4, 2)]);
    }

    [Fact]
    public void Comments_and_blank_lines_are_left_out()
    {
        var lines = Lines(""""
            """
              # a bridge
              ip link add br0 type bridge   # named br0

              #ip link set br0 up \
              ip link set br0 up
            """
            """");
        lines.Select(l => l.Text).ShouldBe(["ip link add br0 type bridge", "ip link set br0 up"]);
        lines.Select(Place).ShouldBe([(3, 3), (6, 3)]);
    }

    [Fact]
    public void A_backslash_continues_a_line_and_its_place_is_where_it_starts()
    {
        var lines = Lines("\"\"\"\n  ip link add br0 \\\n     type \\  \n  bridge\n  ip link set br0 up\n\"\"\"");
        lines.Select(l => l.Text).ShouldBe(["ip link add br0 type bridge", "ip link set br0 up"]);
        lines.Select(Place).ShouldBe([(2, 3), (5, 3)]);
    }

    [Fact]
    public void Windows_line_ends_are_white_space()
    {
        var lines = Lines("\"\"\"\r\n  ip link add br0 type bridge\r\n  ip link set \\\r\n br0 up\r\n\"\"\"");
        lines.Select(l => l.Text).ShouldBe(["ip link add br0 type bridge", "ip link set br0 up"]);
        lines.Select(Place).ShouldBe([(2, 3), (3, 3)]);
    }

    [Fact]
    public void A_list_of_lines_is_a_script_too()
    {
        var lines = Lines("[\n  \"ip link add br0 type bridge\"\n  ip link set br0 up,\n  \"\"\"\n    ip link add ifb0 type ifb\n    \"\"\"\n]");
        lines.Select(l => l.Words.Count).ShouldBe([6, 5, 6]);
        lines.Select(Place).ShouldBe([(2, 4), (3, 3), (5, 5)]);
    }

    [Fact]
    public void Text_that_is_put_together_has_the_place_where_it_starts()
    {
        // Given: letters of the value that do not stand so in the file
        const string Escaped = "boxes { lab { setup = \"ip link add br0 type bridge\\nip link set br0 up\" } }";
        const string Referred = "name = br0\nboxes { lab { setup = \"ip link set \"${name}\" up\" } }";

        // When
        var escaped = Expect.Valid(Escaped).Boxes[0].Setup.Lines;
        var referred = TopologyLoader.LoadText(Referred, Expect.File).Errors;

        // Then
        escaped.Select(l => l.Origin).ShouldBe([new HoconOrigin(Expect.File, 1, 23), new HoconOrigin(Expect.File, 1, 23)]);
        referred.ShouldContain(e => e.Origin == new HoconOrigin(Expect.File, 2, 23) && e.What.Contains("'ip link set br0 up': Cannot find device"));
    }

    [Fact]
    public void A_script_may_come_by_reference_and_keeps_its_places()
    {
        const string Text = """"
            boxes {
              lab { setup = """
                ip link add br0 type bridge
                ip link set brO up
              """ }
              core { setup = ${boxes.lab.setup} }
            }
            """";
        var errors = TopologyLoader.LoadText(Text, Expect.File).Errors;
        errors.Select(e => (e.Origin.Line, e.Origin.Column)).ShouldBe([(4, 5), (4, 5)], string.Join('\n', errors));
        errors.Select(e => e.Remedy).ShouldBe(errors.Select(e => e.Remedy).Distinct(), "each box names its own devices");
    }

    [Fact]
    public void What_only_a_shell_understands_is_refused() => Expect.Errors(
        """"
        boxes { lab { setup = """
          §!reboot
          §ip link add br0 type bridge; ip link set br0 up
          §ip link add br1 type bridge && ip link set br1 up
          §sudo ip link add br2 type bridge
          §Ip link add br3 type bridge
          §./setup.sh
          ip link add br4 type bridge
        """ } }
        """",
        ("'!' runs no program here", "actornet exec"),
        ("'bridge;' is a word for a shell", "one command on a line"),
        ("'&&' is a word for a shell", "one command on a line"),
        ("'sudo' is no command of a box", "Leave sudo out"),
        ("'Ip' is no command of a box", "Did you mean 'ip'?"),
        ("'./setup.sh' is no command of a box", "ip, tc, bridge, ethtool"));

    [Fact]
    public void What_a_shell_would_understand_is_text_when_quoted() =>
        Lines("\"\"\"ip link set lo alias 'a ; b;' \n ip link set lo alias \"&&\" \n ip link set lo alias x\\;\"\"\"").Select(l => l.Words[^1]).ShouldBe(["a ; b;", "&&", "x;"]);

    [Fact]
    public void A_quote_that_is_not_closed_is_refused() =>
        Expect.Errors("boxes { lab { setup = \"\"\"\n  §ip link add 'br0 type bridge\n\"\"\" } }", ("ip link add 'br0", "at the end of the word"));

    [Fact]
    public void A_continued_line_has_an_end() =>
        Expect.Errors("boxes { lab { setup = \"\"\"\n  ip link add br0 type bridge\n  §ip link \\\n  set br0 up \\\"\"\" } }", ("ends in a backslash", "Remove the backslash"));

    [Fact]
    public void A_setup_beyond_its_bound_is_refused()
    {
        var line = "  # " + new string('x', 1019) + "\n"; // 1 KiB
        var setup = string.Concat(Enumerable.Repeat(line, 1024)) + " ";
        Expect.Errors($"boxes {{ lab {{ setup = §\"\"\"{setup}\"\"\" }} }}", ("longer than 1048576 bytes", "Shorten it"));
    }
}
