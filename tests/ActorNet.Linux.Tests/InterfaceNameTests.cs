using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Linux.Tests;

public sealed class InterfaceNameTests
{
    private static readonly char[] Meaningful = [.. "/:%\n\r\0\"'\\#"];

    [Theory]
    [InlineData("eth0")]
    [InlineData("a")]
    [InlineData("br-lan.100@x")]
    [InlineData("fifteen-bytes-x")]
    [InlineData("größe")]
    public void Ordinary_name_is_taken(string name) => InterfaceName.Check(name).Text.ShouldBe(name);

    [Theory]
    [InlineData(null, "empty")]
    [InlineData("", "empty")]
    [InlineData("sixteen-bytes-xy", "longer than 15 bytes")]
    [InlineData("größegrößegr", "longer than 15 bytes")]
    [InlineData(".", "directories")]
    [InlineData("..", "directories")]
    [InlineData("-all", "option")]
    [InlineData("a/b", "'/'")]
    [InlineData("a:b", "':'")]
    [InlineData("tap%d", "'%'")]
    [InlineData("a b", "U+0020")]
    [InlineData("a\tb", "U+0009")]
    [InlineData("a\nlink del b", "U+000A")]
    [InlineData("a\0b", "U+0000")]
    [InlineData("a\u00A0b", "U+00A0")]
    [InlineData("a\u202Eb", "U+202E")]
    [InlineData("a\"b", "'\"'")]
    [InlineData("a'b", "'''")]
    [InlineData("a\\b", "'\\'")]
    [InlineData("a#b", "'#'")]
    public void Hostile_name_is_refused_with_the_reason(string? name, string reason)
    {
        InterfaceName.Fault(name).ShouldNotBeNull().ShouldContain(reason);
        Should.Throw<ArgumentException>(() => InterfaceName.Check(name!)).Message.ShouldNotContain("\n");
    }

    [Fact]
    public void Whatever_is_taken_is_one_word_of_at_most_15_bytes()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll<string>(text =>
            InterfaceName.Fault(text) is not null
            || (Encoding.UTF8.GetByteCount(text) is >= 1 and <= 15
                && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length == 1
                && text[0] != '-'
                && text.IndexOfAny(Meaningful) < 0)));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("../etc/passwd", "start with a letter")]
    [InlineData("-all", "start with a letter")]
    [InlineData("a/b", "'/'")]
    [InlineData("a b", "U+0020")]
    [InlineData("a\n", "U+000A")]
    public void Hostile_namespace_name_is_refused_with_the_reason(string name, string reason) =>
        Should.Throw<ArgumentException>(() => NamespaceName.Check(name)).Message.ShouldContain(reason);

    [Fact]
    public void Namespace_name_has_a_limit()
    {
        NamespaceName.Check(new string('a', 64)).Text.Length.ShouldBe(64);
        Should.Throw<ArgumentException>(() => NamespaceName.Check(new string('a', 65))).Message.ShouldContain("64");
    }
}
