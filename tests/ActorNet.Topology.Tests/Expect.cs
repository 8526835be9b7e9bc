using ActorNet.Hocon;

namespace ActorNet.Topology.Tests;

/// <summary>
/// Loads texts in which the character § marks the places where errors are expected; the marks are taken out before loading.
/// </summary>
internal static class Expect
{
    public const string File = "lab.conf";
    private const char Mark = '§';

    /// <summary>The topology of a text without mistakes.</summary>
    public static Topology Valid(string text)
    {
        var result = TopologyLoader.LoadText(text, File);
        result.Errors.ShouldBeEmpty();
        return result.Topology.ShouldNotBeNull();
    }

    /// <summary>One error at each mark, in their order, each with these parts in what it says and in its remedy.</summary>
    public static void Errors(string text, params (string What, string Remedy)[] expected)
    {
        var places = TakeMarks(text, out var clean);
        places.Count.ShouldBe(expected.Length, "the test has as many marks as errors");
        var result = TopologyLoader.LoadText(clean, File);
        result.IsValid.ShouldBeFalse();
        result.Errors.Select(e => e.Origin).ShouldBe(places, string.Join('\n', result.Errors));
        for (var i = 0; i < expected.Length; i++)
        {
            result.Errors[i].What.ShouldContain(expected[i].What, Case.Sensitive);
            result.Errors[i].Remedy.ShouldContain(expected[i].Remedy, Case.Sensitive);
        }
    }

    /// <summary>A topology with one box and two hosts, their descriptions and the box's as given.</summary>
    public static string Lab(string alice = "", string bob = "", string lab = "", string more = "") => $$"""
        hosts {
          alice { {{alice}} }
          bob { {{bob}} }
        }
        boxes { lab { ports = [alice, bob]
          {{lab}}
        } }
        {{more}}
        """;

    private static List<HoconOrigin> TakeMarks(string text, out string clean)
    {
        var places = new List<HoconOrigin>();
        var (line, column) = (1, 1);
        var kept = new System.Text.StringBuilder();
        foreach (var c in text)
        {
            if (c == Mark)
            {
                places.Add(new HoconOrigin(File, line, column));
                continue;
            }

            kept.Append(c);
            (line, column) = c == '\n' ? (line + 1, 1) : (line, column + 1);
        }

        clean = kept.ToString();
        return places;
    }
}
