using ActorNet.Hocon;

namespace ActorNet.Topology.Reading;

/// <summary>Files from the file system, their texts kept: errors inside a setup script need the text around it.</summary>
internal sealed class RecordingLoader(SourceTexts sources, int maxBytes) : IHoconIncludeLoader
{
    public string Locate(string includingFile, string name) => HoconFileLoader.Instance.Locate(includingFile, name);

    public Stream? TryOpen(string location)
    {
        using var file = HoconFileLoader.Instance.TryOpen(location);
        if (file is null) return null;
        var copy = new MemoryStream();
        var block = new byte[64 << 10];
        int count;

        // One block more than allowed is enough for the reader to see that the file is too large.
        while (copy.Length <= maxBytes && (count = file.Read(block)) > 0) copy.Write(block, 0, count);
        sources.Add(location, copy.GetBuffer().AsSpan(0, (int)copy.Length));
        copy.Position = 0;
        return copy;
    }
}
