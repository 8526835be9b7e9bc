namespace ActorNet.Topology.Tests;

public class ConfigFilesTests
{
    public static TheoryData<string> Files() => new(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "configs"), "*.conf").Select(f => Path.GetFileName(f)!));

    [Fact]
    public void There_are_files_to_test() => Files().Count.ShouldBeGreaterThanOrEqualTo(5);

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_example_is_valid_and_named_like_its_file(string file)
    {
        // When
        var result = TopologyLoader.LoadFile(Path.Combine(AppContext.BaseDirectory, "configs", file));

        // Then
        result.Errors.ShouldBeEmpty();
        result.OrThrow().Name.ShouldBe(Path.GetFileNameWithoutExtension(file));
        result.OrThrow().Boxes.ShouldContain(b => b.Setup.Lines.Count > 0);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_example_says_how_to_start_and_stop_it(string file)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "configs", file));
        text.ShouldContain($"actornet up configs/{file}");
        text.ShouldContain($"actornet down {Path.GetFileNameWithoutExtension(file)}");
    }
}
