using Shouldly;
using Xunit;

namespace ActorNet.Hocon.Tests;

/// <summary>Real files, in a folder of its own that each test removes.</summary>
public sealed class FileLoaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hocon-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Relative_includes_start_beside_the_including_file()
    {
        // given a file that includes one in a subfolder, which includes its neighbour and a file above
        var main = Write("main.conf", "include \"sub/one.conf\"");
        Write("sub/one.conf", "include \"two.conf\", include file(\"../three.conf\")");
        Write("sub/two.conf", "two = 2");
        Write("three.conf", "three = 3");
        // when, then
        HoconParser.ParseFile(main).ToString().ShouldBe("""{"two":2,"three":3}""");
    }

    [Fact]
    public void Absolute_includes_are_kept()
    {
        // given
        var other = Write("other.conf", "a = 1");
        var main = Write("main.conf", $"include \"{other}\"");
        // when, then
        HoconParser.ParseFile(main).ToString().ShouldBe("""{"a":1}""");
    }

    [Fact]
    public void A_circle_is_found_whatever_the_names_look_like()
    {
        // given
        var main = Write("main.conf", "a { include \"./sub/../main.conf\" }");
        // when, then
        Should.Throw<HoconException>(() => HoconParser.ParseFile(main)).Problem.ShouldContain("in a circle");
    }

    [Fact]
    public void A_missing_file_is_an_error_with_its_name()
    {
        // given
        var missing = Path.Combine(_folder, "none.conf");
        // when, then
        Should.Throw<HoconException>(() => HoconParser.ParseFile(missing)).Message
            .ShouldBe($"{missing}:1:1: the file does not exist. Give the path of an existing file.");
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_an_error_at_their_place()
    {
        // given a Latin-1 e-acute in the second line
        var main = Path.Combine(_folder, "latin.conf");
        File.WriteAllBytes(main, "a = 1\nb = caf"u8.ToArray().Concat(new byte[] { 0xe9, (byte)'\n' }).ToArray());
        // when
        var error = Should.Throw<HoconException>(() => HoconParser.ParseFile(main));
        // then
        (error.Line, error.Column, error.Problem).ShouldBe((2, 8, "the text is not valid UTF-8 here"));
    }

    [Fact]
    public void A_byte_order_mark_is_skipped()
    {
        // given
        var main = Path.Combine(_folder, "bom.conf");
        File.WriteAllBytes(main, [0xef, 0xbb, 0xbf, .. "a = 1"u8]);
        // when, then
        HoconParser.ParseFile(main).ToString().ShouldBe("""{"a":1}""");
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused()
    {
        // given
        var main = Write("big.conf", "a = " + new string('x', 100));
        // when, then
        Should.Throw<HoconException>(() => HoconParser.ParseFile(main, new HoconOptions { MaxFileBytes = 50 })).Problem
            .ShouldBe("the text is larger than 50 bytes");
        HoconParser.ParseFile(main, new HoconOptions { MaxFileBytes = 104 }).GetPath("a").AsString().Length.ShouldBe(100);
    }

    [Theory]
    [InlineData("a\\u0000b")]
    [InlineData("sub")]
    public void A_name_that_is_no_file_never_breaks_the_reader(string name)
    {
        // given a folder of that name, and an include of it
        Directory.CreateDirectory(Path.Combine(_folder, "sub"));
        var main = Write("main.conf", $"include required(\"{name}\")");
        // when, then
        Should.Throw<HoconException>(() => HoconParser.ParseFile(main)).Line.ShouldBe(1);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
