namespace ActorNet.Hocon;

/// <summary>Counts what a document grows to, in the unit of <see cref="HoconOptions.MaxResolvedBytes"/>, and stops it there.</summary>
internal sealed class Budget(long limit)
{
    /// <summary>About what one value costs in memory besides its text.</summary>
    public const int Value = 128;

    private long _spent;

    public void Spend(long amount, HoconOrigin at)
    {
        _spent += amount;
        if (_spent <= limit) return;
        throw new HoconException(at, $"the configuration grows beyond {limit} bytes here",
            "Look for references that multiply a value, or raise HoconOptions.MaxResolvedBytes");
    }

    public void SpendText(string text, HoconOrigin at) => Spend(Value + (2L * text.Length), at);
}
