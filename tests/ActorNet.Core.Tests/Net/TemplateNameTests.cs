using System.Globalization;
using ActorNet.Core.Devices;
using ActorNet.Core.Net;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Net;

/// <summary>A namespace remembers which numbers of a template are taken; what it gives must stay what trying all of them would give.</summary>
public sealed class TemplateNameTests
{
    private const int Steps = 60;
    private static readonly string[] Templates = ["e%d", "x%dy", "e1%d"];

    private readonly NetNamespace _ns = new("test");

    [Fact]
    [Trait("rule", "NAME-02")]
    public void A_template_gives_the_lowest_free_number_whatever_came_and_went() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => new TemplateNameTests().Holds(new System.Random(seed))));

    [Fact]
    [Trait("rule", "NAME-02")]
    public void A_number_given_up_is_the_next_to_be_given()
    {
        for (var i = 0; i < 5; i++) Add("e%d");

        _ns.Delete(_ns.Get("e1"));
        Add("e%d").ShouldBe("e1");
        _ns.Rename(_ns.Get("e3"), "other");
        Add("e%d").ShouldBe("e3");
        _ns.AddAltNames(_ns.Get("other"), ["e5"]);
        Add("e%d").ShouldBe("e6");
        _ns.RemoveAltNames(_ns.Get("other"), ["e5"]);
        Add("e%d").ShouldBe("e5");
    }

    private bool Holds(System.Random random)
    {
        for (var step = 0; step < Steps; step++)
        {
            var template = Templates[random.Next(Templates.Length)];
            var devices = _ns.Devices.ToArray();
            var any = devices.Length == 0 ? null : devices[random.Next(devices.Length)];
            var expected = LowestFree(template);
            switch (random.Next(5))
            {
                case 0 when any is not null:
                    _ns.Delete(any);
                    break;
                case 1 when any is not null:
                    _ns.Rename(any, template);
                    if (any.Name != expected) return false;
                    break;
                case 2 when any is not null:
                    _ns.AddAltNames(any, [expected]);
                    break;
                default:
                    if (Add(template) != expected) return false;
                    break;
            }
        }

        return true;
    }

    private string Add(string name)
    {
        var device = new DummyDevice(name);
        _ns.Register(device);
        return device.Name;
    }

    private string LowestFree(string template)
    {
        var number = 0;
        while (_ns.Find(template.Replace("%d", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)) is not null) number++;
        return template.Replace("%d", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
