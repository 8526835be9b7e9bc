namespace ActorNet.Shell.Frames;

/// <summary>Parts the frames of a line into those that go at once.</summary>
internal static class FrameBatches
{
    /// <summary>All of them when there is no gap, otherwise one at a time.</summary>
    public static IEnumerable<IReadOnlyList<ReadOnlyMemory<byte>>> Of(FrameSpec spec)
    {
        var size = spec.Gap == 0 ? spec.Count : 1;
        for (var sent = 0; sent < spec.Count; sent += size)
        {
            var frames = new ReadOnlyMemory<byte>[size];
            for (var i = 0; i < size; i++) frames[i] = FrameBuilder.Build(spec, (uint)(sent + i));
            yield return frames;
        }
    }
}
