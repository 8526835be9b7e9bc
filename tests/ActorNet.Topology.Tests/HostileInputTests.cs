using FsCheck;
using FsCheck.Fluent;

namespace ActorNet.Topology.Tests;

public class HostileInputTests
{
    private static readonly string[] Examples = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "configs"), "*.conf").Select(File.ReadAllText).ToArray();

    private static readonly string[] Pieces =
    [
        "\"", "\"\"\"", "{", "}", "[", "]", "=", ":", ",", "\n", "#", "\\", "\\\n", "\0", "￿", "%", "ifb0", "br0", "alice", "lab", "up", "add", "type",
        "tbf", "0", "-1", "99999999999999999999", "1e400", "0x7fffffff", "null", "${boxes}", "${?x}", "include \"x\"", "10.0.0.1/24", "rate", "delay", "both", "both = on",
        "a-to-b", "netns lab", "name", "veth peer name x netns core", "ip link del alice", "ip -all netns exec lab ip link", "ip -batch x", "!", ";", "topology = x", "kernel",
        "traffic = [ ", "expect = [ ", "\"ping alice -> bob\"", "tcp", "-> ", "p99", "<= 1%", "between", "lab:", "drops.", "count 99999999999999999999", "rate 1e99mbit", "for 9999999h", "over ipv6",
    ];

    [Theory]
    [InlineData("{{{{{{{{")]
    [InlineData("[1, 2]")]
    [InlineData("hosts = [ { } ]")]
    [InlineData("boxes = ${boxes}")]
    [InlineData("hosts.a.b.c.d = 1\nboxes.lab.ports.x.y = 2")]
    [InlineData("boxes { lab { setup { a = b } } }")]
    [InlineData("boxes { lab { setup = [[\"ip link\"]] } }")]
    [InlineData("boxes { lab { setup = 5 } }")]
    [InlineData("boxes { lab { setup = \"ip\" } }")]
    [InlineData("boxes { lab { setup = \"ip -n nowhere link set lo up\" } }")]
    [InlineData("boxes { lab { setup = \"ip link set lo netns nowhere\" } }")]
    [InlineData("boxes { lab { setup = \"ip link add x numtxqueues 99999999 type ifb\" } }")]
    [InlineData("boxes { lab { setup = \"\u0000\" } }")]
    [InlineData("links = [ { a = { }, b = [ ] } ]\nboxes { lab { } }")]
    [InlineData("boxes { lab { } }\ntraffic { a = b }")]
    [InlineData("boxes { lab { } }\ntraffic = [ [ ] ]")]
    [InlineData("boxes { lab { } }\ntraffic = \"\"")]
    [InlineData("boxes { lab { } }\ntraffic = \":\"")]
    [InlineData("boxes { lab { } }\ntraffic = \"->\"")]
    [InlineData("boxes { lab { } }\ntraffic = \"\u0000: ping \u0000 -> \u0000\"")]
    [InlineData("boxes { lab { } }\nexpect = \"\"")]
    [InlineData("boxes { lab { } }\nexpect = \":\"")]
    [InlineData("boxes { lab { } }\nexpect = \"lab\"")]
    [InlineData("boxes { lab { } }\nexpect = \"lab drops. > 0\"")]
    [InlineData("boxes { lab { } }\nexpect = \"lab:lo rx-packets > 1e400\"")]
    [InlineData("boxes { lab { } }\nexpect { }")]
    public void Odd_files_give_errors_with_a_place_and_a_remedy(string text)
    {
        var result = TopologyLoader.LoadText(text, Expect.File);
        result.IsValid.ShouldBeFalse();
        foreach (var error in result.Errors)
        {
            error.Origin.Line.ShouldBeGreaterThan(0);
            error.Origin.Column.ShouldBeGreaterThan(0);
            error.What.ShouldNotBeNullOrWhiteSpace();
            error.Remedy.ShouldNotBeNullOrWhiteSpace();
            error.What.ShouldNotContain('\n');
        }
    }

    [Fact]
    public void Control_characters_from_the_file_do_not_reach_the_terminal()
    {
        var result = TopologyLoader.LoadText("boxes { \"\\u001b[31m\" { }, lab { setup = \"ip link set \\u001b[31m up\" } }", Expect.File);
        result.Errors.Count.ShouldBe(2);
        result.Errors.ShouldAllBe(e => !e.ToString().Contains('\u001b'));
    }

    [Fact]
    public void Mutated_examples_load_or_give_errors_but_never_throw()
    {
        var mutations =
            from example in Gen.Elements(Examples)
            from edits in Gen.Choose(1, 4).SelectMany(count => Edit().ListOf(count))
            select edits.Aggregate(example, (text, edit) => edit(text));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(mutations.ToArbitrary(), text =>
        {
            var result = TopologyLoader.LoadText(text, Expect.File);
            return result.IsValid ? result.Errors.Count == 0 : result.Errors.Count > 0;
        }));
    }

    [Fact]
    public void Examples_cut_short_anywhere_never_throw()
    {
        var cuts = from example in Gen.Elements(Examples) from length in Gen.Choose(0, example.Length) select example[..length];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(cuts.ToArbitrary(), text => TopologyLoader.LoadText(text, Expect.File).Errors is not null));
    }

    /// <summary>Removes, inserts, doubles or swaps a piece somewhere.</summary>
    private static Gen<Func<string, string>> Edit() =>
        from at in Gen.Choose(0, 10_000)
        from length in Gen.Choose(0, 20)
        from piece in Gen.Elements(Pieces)
        from kind in Gen.Choose(0, 3)
        select new Func<string, string>(text => Apply(text, at * text.Length / 10_000, length, piece, kind));

    private static string Apply(string text, int at, int length, string piece, int kind)
    {
        length = Math.Min(length, text.Length - at);
        return kind switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, piece),
            2 => text.Insert(at, text.Substring(at, length)),
            _ => text.Remove(at, length).Insert(at, piece),
        };
    }
}
