using System.Globalization;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Sched;

/// <summary>The numbers that tc computes from bursts, mean packets, chances and rates before the kernel sees them (<c>tc/tc_red.c</c>); red and sfq share them.</summary>
internal sealed class RedWords
{
    private const int Logarithms = 32;
    private const int SeeminglyTooLarge = 10;
    private const double Two32 = 4294967296.0;

    private readonly ArgReader _args;
    private readonly string _name;

    /// <summary>For one command.</summary>
    /// <param name="args">Its words, which remarks are added to.</param>
    /// <param name="name">How tc begins its sentences: <c>RED</c> or <c>SFQ</c>.</param>
    public RedWords(ArgReader args, string name)
    {
        _args = args;
        _name = name;
    }

    /// <summary>Packets that may come at once; 0 for a default.</summary>
    public uint Burst { get; set; }

    /// <summary>Mean length of a packet in bytes.</summary>
    public uint MeanPacket { get; set; }

    /// <summary>Chance at the upper threshold.</summary>
    public double Chance { get; set; } = 0.02;

    /// <summary>Completes options: weight and chance from burst, mean packet and thresholds.</summary>
    /// <exception cref="Iproute2Exception">They do not go together.</exception>
    public RedOptions Complete(RedOptions options)
    {
        var weight = WeightLog(options.Min);
        if (weight >= SeeminglyTooLarge) _args.Remark($"{_name}: WARNING. Burst {Burst} seems to be too large.");
        return options with { WeightLog = weight, ChanceLog = ChanceLog(options), MaxChance = Cut(Chance * Two32) };
    }

    /// <summary>The burst that suits the thresholds, where none was given.</summary>
    public void DefaultBurst(uint min, uint max)
    {
        if (Burst == 0) Burst = unchecked((2 * min) + max) / (3 * MeanPacket);
    }

    /// <summary>Reads a chance the way scanf does: the number at the front counts.</summary>
    public static double ReadChance(string text)
    {
        var length = text.Length;
        while (length > 0)
        {
            if (double.TryParse(text.AsSpan(0, length), NumberStyles.Float & ~NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value)) return value;
            length--;
        }

        throw new Iproute2Exception("Illegal \"probability\"");
    }

    /// <summary>The table of decay in idle times (<c>tc_red_eval_idle_damping</c>), and the logarithm of its grain.</summary>
    /// <param name="weightLog">Weight of the past.</param>
    /// <param name="rate">Bytes per second.</param>
    /// <exception cref="Iproute2Exception">The times are too long for it.</exception>
    public (int Log, byte[] Table) IdleTable(int weightLog, uint rate)
    {
        // With the 32-bit numbers of tc, which turn negative when the 31st bit is set.
        var decay = -Math.Log(1.0 - (1.0 / (1 << weightLog))) / PschedTicks.FromBytes(rate, MeanPacket);
        var longest = 31 / decay;
        var log = 0;
        while (log < Logarithms && longest / (1 << log) >= 512) log++;
        if (log == Logarithms) throw new Iproute2Exception($"{_name}: failed to calculate idle damping table.");
        var table = new byte[256];
        for (var i = 1; i < 255; i++) table[i] = Math.Min((byte)31, CutToByte((i << log) * decay));
        table[255] = 31;
        return (log, table);
    }

    /// <summary>The weight with which a burst passes: burst + 1 - min/mean &lt; (1 - (1 - W)^burst) / W.</summary>
    private int WeightLog(uint min)
    {
        var surplus = (double)Burst + 1 - ((double)min / MeanPacket);
        if (surplus < 1)
        {
            _args.Remark($"tc_red_eval_ewma() burst {Burst} is too small ? Try burst {1 + (min / MeanPacket)}");
            throw new Iproute2Exception($"{_name}: failed to calculate EWMA constant.");
        }

        var weight = 0.5;
        for (var log = 1; log < Logarithms; log++, weight /= 2)
        {
            if (surplus <= (1 - Math.Pow(1 - weight, Burst)) / weight) return log;
        }

        throw new Iproute2Exception($"{_name}: failed to calculate EWMA constant.");
    }

    private int ChanceLog(RedOptions options)
    {
        var span = unchecked((int)(options.Max - options.Min));
        if (span == 0) return 0;
        var perByte = Chance / span;
        for (var log = 0; log < Logarithms && span > 0; log++, perByte *= 2)
        {
            if (perByte > 1) return log;
        }

        throw new Iproute2Exception($"{_name}: failed to calculate probability.");
    }

    /// <summary>To 32 bits as the processors that tc runs on do it: what is too large for 64 becomes 0.</summary>
    private static uint Cut(double value) => value is < 9.2e18 and >= 0 ? (uint)(ulong)value : 0;

    private static byte CutToByte(double value) => value is < int.MaxValue and > int.MinValue ? unchecked((byte)(int)value) : (byte)0;
}
