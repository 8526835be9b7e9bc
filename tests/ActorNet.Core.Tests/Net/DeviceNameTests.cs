using ActorNet.Core.Net;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Net;

public sealed class DeviceNameTests
{
    [Theory]
    [Trait("rule", "NAME-01")]
    [InlineData("eth0", true)]
    [InlineData("-x", true)]
    [InlineData("123456789012345", true)]
    [InlineData("1234567890123456", false)]
    [InlineData("ünïcödé", true)]
    [InlineData("ääääääää", false)]
    [InlineData("", false)]
    [InlineData(".", false)]
    [InlineData("..", false)]
    [InlineData("a/b", false)]
    [InlineData("a:b", false)]
    [InlineData("a b", false)]
    [InlineData("a\tb", false)]
    [InlineData("a\nb", false)]
    public void Names_are_valid_as_the_kernel_says(string name, bool valid) => DeviceName.IsValid(name).ShouldBe(valid);

    [Theory]
    [Trait("rule", "NAME-02")]
    [InlineData("ifb%d", "ifb1")]
    [InlineData("%d", "0")]
    [InlineData("x%dy", "x0y")]
    [InlineData("plain", "plain")]
    public void A_template_gives_the_lowest_free_number(string template, string name)
    {
        string[] taken = ["ifb0", "ifb2"];

        DeviceName.Allocate(template, taken.Contains).ShouldBe(name);
    }

    [Theory]
    [Trait("rule", "NAME-02")]
    [InlineData("%s")]
    [InlineData("abc%")]
    [InlineData("a%db%d")]
    public void A_wrong_template_is_refused(string template) =>
        Should.Throw<RtnlException>(() => DeviceName.Allocate(template, _ => false)).Errno.ShouldBe(Errno.EINVAL);

    [Fact]
    [Trait("rule", "NAME-02")]
    public void A_template_without_a_free_number_is_refused() =>
        Should.Throw<RtnlException>(() => DeviceName.Allocate("e%d", _ => true)).Errno.ShouldBe(Errno.ENFILE);
}
