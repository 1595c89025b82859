import type { GroundworkValidationProperties, ValidationContext } from './validation-context';

/**
 * The checks as a validation plug-in of cdk8s-cli, for apps that are plain cdk8s: `cdk8s synth` then
 * fails where they find an error.
 *
 * @example
 * // cdk8s.yaml
 * // validations:
 * //   - package: ./node_modules/cdk8s-groundwork
 * //     class: GroundworkValidation
 * //     version: 0.1.0
 * //     properties:
 * //       profile: recommended
 */
export class GroundworkValidation {
  private readonly properties: GroundworkValidationProperties;

  /** @param properties what `cdk8s.yaml` says below `properties`; judged by `validate` */
  constructor(properties: GroundworkValidationProperties = {}) {
    this.properties = properties;
  }

  /**
   * Checks the files of a synthesis together, and reports what is found to cdk8s-cli.
   *
   * @throws GroundworkError with everything that is wrong with the properties and their configuration
   */
  async validate(context: ValidationContext): Promise<void> {
    const { validate } = await import('./validate.js');
    await validate(context, this.properties);
  }
}
