namespace ActorNet.Engine.TestKit;

/// <summary>Marks a test whose <c>Tell</c> has no sender; without it, what a test tells comes from its <see cref="TestKitBase.TestActor"/>.</summary>
public interface INoImplicitSender
{
}
