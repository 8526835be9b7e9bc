using System.Globalization;
using System.Text;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc.Bpf;

/// <summary>Programs as text: <c>LENGTH,CODE TRUE FALSE K,...</c> in decimal, as <c>tcpdump -ddd</c> with commas prints them (<c>bpf_ops_parse</c>).</summary>
public static class BpfText
{
    private const string Failed = "Unable to parse bpf command line";
    private const int Parts = 4;

    /// <summary>Reads a program.</summary>
    /// <exception cref="Iproute2Exception">It is none.</exception>
    public static BpfInstruction[] Parse(string text)
    {
        var scan = new Scan(text);
        if (!scan.TryNumber(out var length) || !scan.TryTake(',') || (ushort)length is 0 or > BpfVerifier.MaxLength) throw new Iproute2Exception(Failed);
        var program = new BpfInstruction[(ushort)length];
        var count = 0;
        for (var at = text.IndexOf(',', StringComparison.Ordinal) + 1; at > 0 && at < text.Length; at = text.IndexOf(',', at) + 1)
        {
            if (count == program.Length) throw new Iproute2Exception($"Real program length exceeds encoded length parameter!\n{Failed}");
            if (!TryInstruction(new Scan(text, at), out program[count])) throw new Iproute2Exception($"Error at instruction {count}!\n{Failed}");
            count++;
        }

        if (count < program.Length) throw new Iproute2Exception($"Parsed program length is less than encoded length parameter!\n{Failed}");
        return program;
    }

    /// <summary>Prints a program.</summary>
    public static void Print(ShowWriter writer, BpfInstruction[] program)
    {
        var text = new StringBuilder();
        foreach (var (code, jumpTrue, jumpFalse, k) in program) text.Append(CultureInfo.InvariantCulture, $",{code} {jumpTrue} {jumpFalse} {k}");
        writer.Plain(string.Create(CultureInfo.InvariantCulture, $"bytecode '{program.Length}{text}'"));
        writer.OpenObject("bytecode").Number("length", null, program.Length).OpenArray("insns");
        foreach (var (code, jumpTrue, jumpFalse, k) in program)
            writer.OpenObject().Number("code", null, code).Number("jt", null, jumpTrue).Number("jf", null, jumpFalse).Unsigned("k", null, k).CloseObject();
        writer.CloseArray().CloseObject();
    }

    private static bool TryInstruction(Scan scan, out BpfInstruction instruction)
    {
        instruction = default;
        Span<ulong> values = stackalloc ulong[Parts];
        foreach (ref var value in values)
        {
            if (!scan.TryNumber(out value)) return false;
        }

        // What is too large is cut, as C's scanf does.
        instruction = new BpfInstruction((ushort)values[0], (byte)values[1], (byte)values[2], (uint)values[3]);
        return true;
    }

    /// <summary>Reads numbers as C's <c>%u</c> does: blanks in front, a sign, decimal digits; the rest is left.</summary>
    private ref struct Scan(string text, int at = 0)
    {
        private int _at = at;

        public bool TryNumber(out ulong value)
        {
            value = 0;
            while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
            var negative = TryTake('-');
            if (!negative) TryTake('+');
            var first = _at;
            for (; _at < text.Length && char.IsAsciiDigit(text[_at]); _at++) value = value > (ulong.MaxValue / 10) - 1 ? ulong.MaxValue / 10 : (value * 10) + (uint)(text[_at] - '0');
            if (negative) value = 0 - value;
            return _at > first;
        }

        public bool TryTake(char wanted)
        {
            if (_at >= text.Length || text[_at] != wanted) return false;
            _at++;
            return true;
        }
    }
}
