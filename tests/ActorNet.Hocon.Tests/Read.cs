using System.Text;
using Shouldly;

namespace ActorNet.Hocon.Tests;

/// <summary>Short forms for what nearly every test does.</summary>
internal static class Read
{
    public static string Json(string text, HoconOptions? options = null) => HoconParser.ParseText(text, "t.conf", options).ToString();

    public static HoconValue Value(string literal) => HoconParser.ParseText("v = " + literal, "t.conf").GetPath("v");

    public static HoconException Error(string text, HoconOptions? options = null) =>
        Should.Throw<HoconException>(() => HoconParser.ParseText(text, "t.conf", options));

    /// <summary>The error's place as "line:column" and its problem.</summary>
    public static string Fault(string text, HoconOptions? options = null)
    {
        var error = Error(text, options);
        error.Remedy.ShouldNotBeNullOrWhiteSpace();
        return $"{error.Line}:{error.Column} {error.Problem}";
    }
}

/// <summary>Files in memory; relative names are names as they stand.</summary>
internal sealed class MemoryLoader(params (string Name, string Text)[] files) : IHoconIncludeLoader
{
    public List<string> Opened { get; } = [];

    public string Locate(string includingFile, string name) => name;

    public Stream? TryOpen(string location)
    {
        Opened.Add(location);
        var text = files.FirstOrDefault(f => f.Name == location).Text;
        return text is null ? null : new MemoryStream(Encoding.UTF8.GetBytes(text));
    }
}
