using ActorNet.Engine.Loops;
using ActorNet.Hocon;
using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class ConfigTests
{
    [Fact]
    public void Getters_read_values_and_answer_defaults_for_missing_ones()
    {
        // Given
        var config = ConfigurationFactory.ParseString("a { n = 5, t = 250ms, b = on, s = text, d = 1.5, size = 64KiB, l = [x, y], none = null, inf = infinite }");

        // Then
        config.GetInt("a.n").ShouldBe(5);
        config.GetLong("a.n").ShouldBe(5L);
        config.GetTimeSpan("a.t").ShouldBe(TimeSpan.FromMilliseconds(250));
        config.GetTimeSpan("a.inf").ShouldBe(Timeout.InfiniteTimeSpan);
        config.GetBoolean("a.b").ShouldBeTrue();
        config.GetString("a.s").ShouldBe("text");
        config.GetDouble("a.d").ShouldBe(1.5);
        config.GetByteSize("a.size").ShouldBe(65536);
        config.GetStringList("a.l").ShouldBe(["x", "y"]);
        config.HasPath("a.n").ShouldBeTrue();
        config.HasPath("a.none").ShouldBeFalse();
        config.GetInt("a.none", 7).ShouldBe(7);
        config.GetInt("nowhere", 7).ShouldBe(7);
        config.GetString("nowhere").ShouldBeNull();
        config.GetTimeSpan("nowhere", TimeSpan.FromSeconds(1)).ShouldBe(TimeSpan.FromSeconds(1));
        config.GetStringList("nowhere").ShouldBeEmpty();
    }

    [Fact]
    public void A_fallback_fills_gaps_and_sees_overrides_in_references()
    {
        // Given
        Config user = "base = 2";

        // When
        var config = user.WithFallback("base = 1, twice = ${base}${base}, other = x");

        // Then
        config.GetInt("base").ShouldBe(2);
        config.GetInt("twice").ShouldBe(22);
        config.GetString("other").ShouldBe("x");
    }

    [Fact]
    public void A_part_is_a_configuration_of_its_own()
    {
        var config = ConfigurationFactory.ParseString("a.b { c = 1 }");

        config.GetConfig("a").GetInt("b.c").ShouldBe(1);
        config.GetConfig("nowhere").IsEmpty.ShouldBeTrue();
        ConfigurationFactory.Empty.IsEmpty.ShouldBeTrue();
        config.GetConfig("a.b").WithFallback("d = 2").GetInt("d").ShouldBe(2);
        Should.Throw<HoconException>(() => config.GetConfig("a.b.c")).Message.ShouldContain("a.b.c");
    }

    [Fact]
    public void Errors_say_where()
    {
        Should.Throw<HoconException>(() => ConfigurationFactory.ParseString("x = [1")).Line.ShouldBe(1);
        Should.Throw<HoconException>(() => ConfigurationFactory.ParseString("\nx = many").GetInt("x")).Line.ShouldBe(2);
        Should.Throw<HoconException>(() => ConfigurationFactory.ParseString("x = 5000000000").GetInt("x")).Message.ShouldContain("too large");
    }

    [Fact]
    public void A_system_takes_its_options_from_the_engines_keys()
    {
        // Given
        using var system = ActorSystem.Create("configured", ConfigurationFactory.ParseString("actornet.engine { loops = 3, spin = 0us }"));

        // Then
        LoopSystem.Loops(system).Count.ShouldBe(3);
    }

    [Fact]
    public void The_reference_configuration_is_accepted()
    {
        using var system = ActorSystem.Create("reference", ConfigurationFactory.ParseString(ReferenceConf.Text));

        LoopSystem.Loops(system).Count.ShouldBe(new LoopOptions().Loops);
    }

    [Fact]
    public void Settings_out_of_range_are_refused_by_name()
    {
        Should.Throw<ArgumentException>(() => ActorSystem.Create("bad", "actornet.engine.throughput = 0")).Message.ShouldContain("Throughput");
        Should.Throw<ArgumentException>(() => ActorSystem.Create("bad", "actornet.engine.log-level = loud")).Message.ShouldContain("log-level");
    }
}
