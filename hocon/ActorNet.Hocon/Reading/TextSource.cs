using System.Text;

namespace ActorNet.Hocon.Reading;

/// <summary>Bytes of a file to checked text.</summary>
internal static class TextSource
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Reads at most <paramref name="limit"/> bytes; one byte more is an error, so that memory never follows the size of the file.
    /// </summary>
    public static string Read(Stream stream, string file, int limit)
    {
        using var bytes = new MemoryStream();
        var block = new byte[Math.Min(limit, 64 << 10) + 1];
        int count;
        while ((count = stream.Read(block)) > 0)
        {
            if (bytes.Length + count > limit) throw TooLarge(file, limit);
            bytes.Write(block, 0, count);
        }

        return Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), file);
    }

    /// <summary>Applies the file limit to a text in memory.</summary>
    public static string Check(string text, string file, int limit) =>
        text.Length > limit || Encoding.UTF8.GetByteCount(text) > limit ? throw TooLarge(file, limit) : text;

    private static string Decode(ReadOnlySpan<byte> bytes, string file)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException bad)
        {
            var valid = Encoding.UTF8.GetString(bytes[..int.Clamp(bad.Index, 0, bytes.Length)]);
            throw new HoconException(Place(valid, file), "the text is not valid UTF-8 here", "Save the file as UTF-8", bad);
        }
    }

    private static HoconOrigin Place(ReadOnlySpan<char> before, string file) =>
        new(file, before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));

    private static HoconException TooLarge(string file, int limit) => new(new HoconOrigin(file, 1, 1),
        $"the text is larger than {limit} bytes", "Split it with include, or raise HoconOptions.MaxFileBytes");
}
