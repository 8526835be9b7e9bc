using ActorNet.Core.Iproute2;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Iproute2;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("   \t ", new string[0])]
    [InlineData("ip link", new[] { "ip", "link" })]
    [InlineData("  ip\tlink \r\n", new[] { "ip", "link" })]
    [InlineData("# all of it", new string[0])]
    [InlineData("ip link # the rest", new[] { "ip", "link" })]
    [InlineData("ip a#b", new[] { "ip", "a#b" })]
    [InlineData("alias 'hello  world'", new[] { "alias", "hello  world" })]
    [InlineData("alias \"a \\\"b\\\" \\\\ \\n\"", new[] { "alias", "a \"b\" \\ \\n" })]
    [InlineData("alias ''", new[] { "alias", "" })]
    [InlineData("a'b'\"c\"d", new[] { "abcd" })]
    [InlineData("a\\ b \\# \\'", new[] { "a b", "#", "'" })]
    [InlineData("'$HOME `x` * \\'", new[] { "$HOME `x` * \\" })]
    [InlineData("$(rm) ${x} *.c ~", new[] { "$(rm)", "${x}", "*.c", "~" })]
    public void Words_are_what_stands_between_blanks_and_quotes(string line, string[] words) => CommandLine.Split(line).ShouldBe(words);

    [Theory]
    [InlineData("ip link 'x", "Column 9: the quote ' is not closed. Add ' at the end of the word.")]
    [InlineData("\"", "Column 1: the quote \" is not closed. Add \" at the end of the word.")]
    [InlineData("a \\", "Column 3: the line ends with a backslash. Remove it, or write \\\\ for a backslash.")]
    public void What_cannot_be_split_is_refused_with_the_column(string line, string sentence) =>
        Should.Throw<Iproute2Exception>(() => CommandLine.Split(line)).Message.ShouldBe(sentence);

    [Fact]
    public void A_line_is_bounded_in_length_and_words()
    {
        Should.Throw<Iproute2Exception>(() => CommandLine.Split(new string('x', CommandLine.MaxLength + 1))).Message.ShouldContain("65536");
        Should.Throw<Iproute2Exception>(() => CommandLine.Split(string.Concat(Enumerable.Repeat("x ", CommandLine.MaxWords + 1)))).Message.ShouldContain("4096");
    }

    [Fact]
    public void Quoted_words_come_back_as_they_were()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>[]>(), words =>
        {
            var line = string.Join(' ', words.Select(w => "'" + w.Get.Replace("'", "'\"'\"'", StringComparison.Ordinal) + "'"));
            return line.Length > CommandLine.MaxLength || CommandLine.Split(line).SequenceEqual(words.Select(w => w.Get), StringComparer.Ordinal);
        });
        Check.One(Config.QuickThrowOnFailure, property);
    }
}
